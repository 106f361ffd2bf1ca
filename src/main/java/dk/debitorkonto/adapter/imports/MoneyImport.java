package dk.debitorkonto.adapter.imports;

import org.springframework.stereotype.Component;

/** The lists that move money on claims that are there. */
@Component
record MoneyImport(ChargesImport chargesImport, AdjustmentsImport adjustments, PaymentsImport paymentsImport) {

    ListImport<ImportRows.Charge> charges() {
        return chargesImport;
    }

    ListImport<ImportRows.Adjustment> reductions() {
        return adjustments.reductions();
    }

    ListImport<ImportRows.Adjustment> writeOffs() {
        return adjustments.writeOffs();
    }

    ListImport<ImportRows.Payment> payments() {
        return paymentsImport;
    }
}
