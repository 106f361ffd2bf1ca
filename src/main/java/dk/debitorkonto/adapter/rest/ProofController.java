package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.inquiry.ProofRows;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the books hold. */
@RestController
final class ProofController {

    private final ProofRows proofs;

    ProofController(ProofRows proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/api/v1/proof")
    Proof proof() {
        return proofs.prove();
    }
}
