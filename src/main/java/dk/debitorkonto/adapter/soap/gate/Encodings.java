package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.BrokenContract;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the one encoding that bytes, XML declaration and media type agree on (RFC 7303), and decodes strictly. */
final class Encodings {

    private static final Map<String, Charset> KNOWN = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16,
            "utf-16le", StandardCharsets.UTF_16LE,
            "utf-16be", StandardCharsets.UTF_16BE,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "us-ascii", StandardCharsets.US_ASCII);
    private static final Pattern DECLARED = Pattern.compile(
            "^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._\\-]+)[\"'][^>]*\\?>|^<\\?xml\\s[^>]*\\?>");
    private static final int LONGEST_DECLARATION = 400;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Encodings() {}

    /**
     * The text, without a byte order mark.
     *
     * @param charset the media type's parameter
     * @throws BrokenContract where the encoding isn't one of a few, contradicts itself, or the bytes are not in it
     */
    static String decode(byte[] bytes, @Nullable String charset) {
        var seen = seen(bytes);
        var given = charset == null ? null : known(charset);
        var declared = declared(bytes, seen == null ? StandardCharsets.ISO_8859_1 : seen);
        if (seen != null) {
            agree(seen, given);
            agree(seen, declared);
            return decoded(bytes, seen);
        }
        if (wide(given) || wide(declared)) throw contradiction();
        if (given != null && declared != null && !given.equals(declared)) throw contradiction();
        return decoded(bytes, given != null ? given : declared != null ? declared : StandardCharsets.UTF_8);
    }

    /** What the first bytes leave no doubt about. */
    private static @Nullable Charset seen(byte[] bytes) {
        var first = new int[4];
        for (int i = 0; i < 4; i++) first[i] = i < bytes.length ? bytes[i] & 0xFF : 0xAA;
        if (first[0] == 0xEF && first[1] == 0xBB && first[2] == 0xBF) return StandardCharsets.UTF_8;
        if (first[0] == 0xFE && first[1] == 0xFF) return StandardCharsets.UTF_16BE;
        if (first[0] == 0xFF && first[1] == 0xFE && (first[2] != 0 || first[3] != 0)) return StandardCharsets.UTF_16LE;
        if (first[0] == 0 && first[1] == '<' && first[2] == 0) return StandardCharsets.UTF_16BE;
        if (first[0] == '<' && first[1] == 0 && first[2] != 0) return StandardCharsets.UTF_16LE;
        return null;
    }

    private static @Nullable Charset declared(byte[] bytes, Charset family) {
        var start = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), family);
        if (!start.isEmpty() && start.charAt(0) == BYTE_ORDER_MARK) start = start.substring(1);
        else if (start.startsWith("\u00EF\u00BB\u00BF")) start = start.substring(3);
        var declaration = DECLARED.matcher(start);
        return declaration.find() && declaration.group(1) != null ? known(declaration.group(1)) : null;
    }

    private static Charset known(String name) {
        var charset = KNOWN.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) throw BrokenContract.schema("The encoding is not one that is taken. Send UTF-8.");
        return charset;
    }

    private static void agree(Charset seen, @Nullable Charset said) {
        if (said == null || said.equals(seen)) return;
        if (said.equals(StandardCharsets.UTF_16) && wide(seen)) return;
        throw contradiction();
    }

    private static boolean wide(@Nullable Charset charset) {
        return charset != null && charset.name().startsWith("UTF-16");
    }

    private static BrokenContract contradiction() {
        return BrokenContract.schema("The bytes, the XML declaration and the media type name different encodings.");
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw BrokenContract.schema("The bytes are not in the encoding that the message is said to have.");
        }
    }
}
