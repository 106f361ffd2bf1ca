package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.Systems;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Authorities, the systems that act for them, and routes. */
@Component
final class SystemsImport {

    private final Systems systems;
    private final Set<String> handlingTypes =
            CatalogueFiles.definitions().stream().map(HandlingDefinition::code).collect(Collectors.toUnmodifiableSet());

    SystemsImport(Systems systems) {
        this.systems = systems;
    }

    /** A list whose rows are few, each looked at by itself. */
    private record Few<R>(DocumentList<R> list, BiConsumer<Numbered<R>, ImportRun> taker) implements ListImport<R> {
        @Override
        public void write(List<Numbered<R>> rows, ImportRun run) {
            for (var row : rows) taker.accept(row, run);
        }
    }

    ListImport<ImportRows.Authority> authorities() {
        return new Few<>(
                new DocumentList<>("authorities", "AUTHORITY", true, RowReading::authority, ImportRows.Authority::cvr),
                (numbered, run) -> put(numbered));
    }

    private void put(Numbered<ImportRows.Authority> numbered) {
        var limits = numbered.row().limits();
        var limited = new HashSet<String>();
        for (var at = 0; at < limits.size(); at++) {
            var type = limits.get(at).handlingType();
            if (!handlingTypes.contains(type))
                throw numbered.refuse("limits/" + at + "/handlingType", "unknown handling type");
            if (!limited.add(type)) throw numbered.refuse("limits/" + at + "/handlingType", "limited twice");
        }
        systems.put(numbered.row());
    }

    ListImport<ImportRows.DebtorSystem> debtorSystems() {
        return new Few<>(
                new DocumentList<>(
                        "debtorSystems",
                        "DEBTOR_SYSTEM",
                        true,
                        RowReading::debtorSystem,
                        system -> system.id().toString()),
                (numbered, run) -> systems.put(numbered.row()));
    }

    ListImport<ImportRows.Route> routes() {
        return new Few<>(
                new DocumentList<>("routes", "ROUTE", true, RowReading::route, ImportRows.Route::authority),
                (numbered, run) -> {
                    var route = numbered.row();
                    if (!systems.authorities().contains(route.authority()))
                        throw numbered.refuse("authority", "unknown authority");
                    if (route.debtorSystem() != null && !systems.debtorSystems().contains(route.debtorSystem()))
                        throw numbered.refuse("debtorSystem", "unknown debtor system");
                    systems.put(route);
                });
    }

    ListImport<ImportRows.CaseSystem> caseSystems() {
        return new Few<>(
                new DocumentList<>(
                        "caseSystems",
                        "CASE_SYSTEM",
                        true,
                        RowReading::caseSystem,
                        system -> system.id().toString()),
                (numbered, run) -> {
                    var authorities = systems.authorities();
                    var named = numbered.row().authorities();
                    for (var at = 0; at < named.size(); at++)
                        if (!authorities.contains(named.get(at)))
                            throw numbered.refuse("authorities/" + at, "unknown authority");
                    systems.put(numbered.row());
                });
    }
}
