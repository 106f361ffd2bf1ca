package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.imports.ImportSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes import documents of any length. */
@RestController
final class ImportController {

    private final Import imports;
    private final Persons persons;

    ImportController(Import imports, Persons persons) {
        this.imports = imports;
        this.persons = persons;
    }

    @PostMapping(path = "/api/v1/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    ImportSummary run(HttpServletRequest request) throws IOException {
        return imports.run(request.getInputStream(), persons.of(request));
    }
}
