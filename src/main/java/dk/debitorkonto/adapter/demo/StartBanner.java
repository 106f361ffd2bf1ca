package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.Settings;
import dk.debitorkonto.adapter.demo.jdbc.DemoRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells, when all is ready, where everything is, and one command that sends a request; writes the requests it tells of. */
@Component
@Profile("!production")
public final class StartBanner {

    private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

    /** In ASCII, as a terminal may know no more. */
    private static final String ADDRESSES = """

        Debitorkonto er klar:
          Forside     %1$s/
          REST        %1$s/api
          Fejlkoder   %1$s/fejlkoder
          SOAP        %1$s/service/OIR/DebitorkontoAnmodningAfsend/1?wsdl
          SOAP, svar  %1$s/service/OIR/DebitorkontoAnmodningSvarAfsend/1?wsdl
          Tilstand    %1$s/actuator/health
        """;

    private static final String COMMAND = """

        Send en anmodning, der nedregulerer en fordring med 100,00 kr.:
          curl -sS -H "Content-Type: text/xml; charset=utf-8" --data-binary "@%s" %s/service/OIR/DebitorkontoAnmodningAfsend/1
        Sendt igen giver den samme kvittering; med en ny DebitorkontoAnmodningIdentifikation i filen er den en ny anmodning.
        Et eksempel for hver handlingstype og variant: %s
        """;

    private final Settings settings;
    private final DemoRows rows;
    private final Environment environment;

    StartBanner(Settings settings, DemoRows rows, Environment environment) {
        this.settings = settings;
        this.rows = rows;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        System.out.println(text());
    }

    /** What is printed; the command only where the demo's claim is there. */
    String text() {
        var base = "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
        var addresses = ADDRESSES.formatted(base);
        if (!rows.hasClaim(DemoCast.firstCall().claims().getFirst())) return addresses;
        try {
            var request = writeRequests();
            return addresses + COMMAND.formatted(request, base, request.resolveSibling("examples"));
        } catch (IOException e) {
            LOG.warn("The example requests can't be written to {}", settings.data(), e);
            return addresses;
        }
    }

    private Path writeRequests() throws IOException {
        var now = OffsetDateTime.now();
        var data = settings.data().toAbsolutePath().normalize();
        var examples = Files.createDirectories(data.resolve("examples"));
        for (var part : DemoCast.parts()) {
            var original = part.original();
            if (original != null)
                Files.writeString(examples.resolve(part.name() + "-foerst.xml"), DemoRequest.of(original, now));
            Files.writeString(examples.resolve(part.name() + ".xml"), DemoRequest.of(part, now));
        }
        var firstCall = DemoCast.firstCall().identifiedBy(UUID.randomUUID());
        return Files.writeString(data.resolve("example-request.xml"), DemoRequest.of(firstCall, now));
    }
}
