package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.CoverageOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The order in which money covers a claim: an authority's own rule where it has one, else everyone's. */
@Component
public class CoverageRules {

    private static final String ALL = "*";

    /** The rules as they were when read. */
    public static final class AsRead {

        private final TreeMap<String, TreeMap<LocalDate, CoverageOrder>> rules = new TreeMap<>();

        /** The order on {@code date}; the first rule holds for all time before it too. */
        public List<CostFamily> families(String authority, LocalDate date) {
            return Stream.of(authority, ALL)
                    .map(rules::get)
                    .filter(dated -> dated != null)
                    .map(dated -> dated.floorEntry(date))
                    .filter(rule -> rule != null)
                    .findFirst()
                    .orElseGet(() -> rules.getOrDefault(ALL, new TreeMap<>()).firstEntry())
                    .getValue()
                    .families();
        }
    }

    private final JdbcClient jdbc;

    CoverageRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public AsRead read() {
        var read = new AsRead();
        jdbc.sql("select authority, valid_from, version, families from coverage_rule")
                .query(row -> {
                    var families = Stream.of(row.getString(4).split(","))
                            .map(CostFamily::valueOf)
                            .toList();
                    read.rules
                            .computeIfAbsent(row.getString(1), authority -> new TreeMap<>())
                            .put(row.getObject(2, LocalDate.class), new CoverageOrder(row.getString(3), families));
                });
        return read;
    }
}
