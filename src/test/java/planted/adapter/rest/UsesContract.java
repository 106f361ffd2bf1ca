package planted.adapter.rest;

import planted.adapter.soap.contract.Generated;

/** Takes the contract's classes out of the SOAP door. */
public class UsesContract {

    public Generated answer() {
        return new Generated();
    }
}
