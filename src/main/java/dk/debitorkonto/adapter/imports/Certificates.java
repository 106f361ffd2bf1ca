package dk.debitorkonto.adapter.imports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A certificate as a document names it: PEM, or the SHA-256 of its DER form in hex. */
final class Certificates {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Certificates() {}

    /** The SHA-256 of its DER form in lower-case hex; absent where the field is. */
    static @Nullable String fingerprint(Row row, String field) {
        var text = row.text(field, 8_000);
        if (text == null) return null;
        if (text.contains("-----BEGIN CERTIFICATE-----")) return fingerprintOfPem(row, field, text);
        var hex = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(hex).matches())
            throw row.refuse(field, "must be a certificate in PEM, or the SHA-256 of its DER form in hex");
        return hex;
    }

    private static String fingerprintOfPem(Row row, String field, String pem) {
        try {
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateException e) {
            throw row.refuse(field, "can't be read as a certificate in PEM");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
