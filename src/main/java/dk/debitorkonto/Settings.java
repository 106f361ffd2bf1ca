package dk.debitorkonto;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All settings under {@code debitorkonto.}, checked at start; each can be given as an environment variable, as in
 * {@code DEBITORKONTO_HTTP_PORT}.
 *
 * @param httpPort the port of screens, REST and the demo's SOAP, on loopback; 0 lets the system choose
 * @param publicAddress scheme, host and port that the served WSDL names; empty: this machine's, and the port that was asked
 * @param data folder of the embedded database and of generated files
 * @param demoData whether an empty database is filled with fictive accounts and claims, in the demo alone
 * @param testbench whether there are simulated parties to answer to; never in production
 * @param instance our own it-system instance, the sender of what persons do; absent: made at first start and kept
 */
@Validated
@ConfigurationProperties("debitorkonto")
public record Settings(
        @Min(0) @Max(65_535) @DefaultValue("8080") int httpPort,

        @NotNull
        @DefaultValue("")
        @Pattern(
                regexp = "(https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?/?)?",
                message = "must be a scheme, a host and perhaps a port, as in https://debitor.example.dk:8443")
        String publicAddress,

        @NotNull @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demoData,
        @DefaultValue("false") boolean testbench,
        @Nullable UUID instance,
        @Valid @NotNull Database database) {

    /**
     * The books' database.
     *
     * @param url of H2 or, in production always, of PostgreSQL: {@code jdbc:postgresql://host/name}
     * @param connections the most that are open at once; more than a few for each of the database's cores are slower, not faster
     */
    public record Database(
            @NotBlank
            @Pattern(regexp = "jdbc:(h2|postgresql):.+", message = "must begin with jdbc:postgresql: or jdbc:h2:")
            String url,

            @NotNull @DefaultValue("") String user,
            @NotNull @DefaultValue("") String password,
            @Min(2) @Max(1_000) @DefaultValue("10") int connections) {

        public boolean isPostgresql() {
            return url.startsWith("jdbc:postgresql:");
        }

        /** Without the password, which no log shall show. */
        @Override
        public String toString() {
            return "Database[url=" + url.replaceAll("[?;].*", "") + ", user=" + user + "]";
        }
    }
}
