package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.Settings;
import dk.debitorkonto.adapter.demo.jdbc.DemoRows;
import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.imports.ImportRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills an empty database with the demo's data, through the import as anybody's would, before the doors open. */
@Component
@Profile("!production")
final class DemoData implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final Settings settings;
    private final DemoRows rows;
    private final Import imports;
    private boolean running;

    DemoData(Settings settings, DemoRows rows, Import imports) {
        this.settings = settings;
        this.rows = rows;
        this.imports = imports;
    }

    /** The document: always the same. */
    static DemoDocument document() {
        var document = new DemoDocument();
        DemoSystems.into(document);
        DemoScenes.firstCall(document);
        DemoScenes.into(document);
        DemoMass.into(document);
        return document;
    }

    @Override
    public void start() {
        running = true;
        if (settings.demoData() && rows.isEmpty()) fill(document());
    }

    private void fill(DemoDocument document) {
        LOG.info(
                "The database is empty: demo data are made, {} accounts with {} claims; it takes some seconds",
                document.size("accounts"),
                document.size("claims"));
        try {
            imports.run(new ByteArrayInputStream(document.json()), "demo-data");
        } catch (ImportRefused e) {
            throw new IllegalStateException("the demo data are refused at " + e.pointer() + ": " + e.detail(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo data can't be put aside", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
