package dk.debitorkonto.adapter.imports;

/** A row of the document with the JSON pointer that names it. */
public record Numbered<R>(String pointer, R row) {

    ImportRefused refuse(String field, String detail) {
        return ImportRefused.at(pointer + "/" + field, detail);
    }
}
