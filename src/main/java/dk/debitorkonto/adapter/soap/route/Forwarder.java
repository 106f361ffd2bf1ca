package dk.debitorkonto.adapter.soap.route;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Exchange;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.handling.PeerReceipt;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Submission;
import java.util.function.UnaryOperator;

/** Passes requests on to debtor systems outside, and hands back what these say to them. */
public final class Forwarder implements AutoCloseable {

    private final Keeper desk;
    private final Xml xml;
    private final PeerReceipts receipts;
    private final Exchange exchange;
    private final UnaryOperator<String> addresses;

    /** Keeps a receipt under its request's key, and says what the request's sender is to get. */
    @FunctionalInterface
    interface Keeper {
        Reply keep(Submission submission, Reply.PassOn on, PeerReceipt receipt);
    }

    /** @param addresses where an endpoint is over HTTP: a path is one of the test bench's own */
    Forwarder(Keeper desk, Xml xml, Exchange exchange, UnaryOperator<String> addresses) {
        this.desk = desk;
        this.xml = xml;
        this.receipts = new PeerReceipts(xml);
        this.exchange = exchange;
        this.addresses = addresses;
    }

    /**
     * Passes the call at hand on; must not be called in a transaction, as it waits for others.
     *
     * @throws BrokenContract ReceiverUnavailable where no receipt comes back: then nothing is kept, and nobody knows whether the
     *     debtor system has the request. The same request again goes out again, under the same identification
     */
    public Reply pass(Submission submission, Reply.PassOn on) {
        var call = Call.current();
        var message = PassedOnMessage.of(xml, call.message().text());
        var endpoint = on.peer().endpoint();
        if (endpoint == null) throw BrokenContract.unavailable("the debtor system has no endpoint");
        // How a simulated party is to behave is nobody's business outside.
        if (message.instruction() != null && !endpoint.startsWith("/"))
            return new Reply.HeaderRefused("CTX-05", message.instruction());
        var read = said(endpoint, call.message().operation(), message.text(), submission);
        return read.isOfOtherContent()
                ? new Reply.PassedOn(read.receipt().text(), false)
                : desk.keep(submission, on, read.receipt());
    }

    private PeerReceipts.Read said(String endpoint, String operation, String message, Submission submission) {
        try {
            var reply = exchange.post(addresses.apply(endpoint), Contract.REQUEST.action(operation), message);
            if (reply.statusCode() != 200) throw BrokenContract.unavailable("HTTP " + reply.statusCode());
            return receipts.read(reply.body(), operation, submission.request().identification())
                    .orElseThrow(() -> BrokenContract.unavailable("no receipt for the request in the reply"));
        } catch (Exchange.NoReply e) {
            throw BrokenContract.unavailable(e.why());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BrokenContract.unavailable("this node is being stopped");
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
