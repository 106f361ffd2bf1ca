package dk.debitorkonto.adapter.soap.request;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.StubTypes;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.HandlingRequest.Parameters.Read;
import dk.debitorkonto.handling.HandlingRequest.Parameters.Unread;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.money.Money;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ParametersTest {

    private static final UUID A = UUID.fromString("8f2c6f7e-1b7d-4a52-8c55-0d9f4e3a1101");
    private static final UUID B = UUID.fromString("8f2c6f7e-1b7d-4a52-8c55-0d9f4e3a1102");

    private static final Catalogue CATALOGUE = StubTypes.catalogue();
    private static final Parameters PARAMETERS = new Parameters(CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "0.01, 1",
        "1, 100",
        "1.5, 150",
        "+2.50, 250",
        "3., 300",
        ".5, 50",
        "' 7.00 ', 700",
        "0001.00, 100",
        "9999999999999.99, 999999999999999",
        "999999999999999, 99999999999999900"
    })
    void reads_an_amount(String text, long oere) {
        assertThat(read("NEDREGULER_FORDRING", "<NedregulerFordring><Beløb>" + text + "</Beløb></NedregulerFordring>"))
                .isEqualTo(new Read(new StubTypes.OfAmount(new Money(oere))));
    }

    @ParameterizedTest
    @CsvSource({
        "0",
        "0.00",
        "-1",
        "1.001",
        "'1,00'",
        "1e2",
        "NaN",
        "INF",
        "''",
        "٣",
        "1 000",
        "0x10",
        "99999999999999.99",
        "1000000000000000",
        "1.0.0",
        "'1;DROP'"
    })
    void refuses_what_is_no_amount(String text) {
        assertThat(refused(
                        "NEDREGULER_FORDRING", "<NedregulerFordring><Beløb>" + text + "</Beløb></NedregulerFordring>"))
                .containsExactly("PARAMETER_INVALID Beløb " + text);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02", "2026-03-02Z", "2026-03-02+14:00", "' 2026-03-02 '"})
    void reads_a_date_and_leaves_its_zone(String text) {
        assertThat(read("STOP_RYKKER", "<StopRykker><TilOgMedDato>" + text + "</TilOgMedDato></StopRykker>"))
                .isEqualTo(new Read(new StubTypes.OfLastDay(LocalDate.of(2026, 3, 2))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30",
        "0000-01-01",
        "-0044-03-15",
        "12026-01-01",
        "20260302",
        "02-03-2026",
        "2026-13-01",
        "i morgen"
    })
    void refuses_what_is_no_date(String text) {
        assertThat(refused("STOP_RYKKER", "<StopRykker><TilOgMedDato>" + text + "</TilOgMedDato></StopRykker>"))
                .containsExactly("PARAMETER_INVALID TilOgMedDato " + text);
    }

    @Test
    void reads_codes_rows_parties_and_ids() {
        assertThat(read(
                        "NEDREGULER_RENTE_GEBYR",
                        "<NedregulerRenteGebyr><ObjektType>RYKKERGEBYR</ObjektType>"
                                + "<ObjektType>OPKRÆVNINGSRENTE</ObjektType></NedregulerRenteGebyr>"))
                .isEqualTo(new Read(new StubTypes.OfFamilies(
                        List.of(StubTypes.Family.REMINDER_FEE, StubTypes.Family.LATE_INTEREST))));
        assertThat(read(
                        "RET_FORDRING_TILSTAND",
                        "<RetFordringTilstand><NyTilstand>I_BERO</NyTilstand></RetFordringTilstand>"))
                .isEqualTo(new Read(new StubTypes.OfState(StubTypes.NewState.ON_HOLD, null)));
        assertThat(read("FLYT_DAEKNINGER", "<FlytDækninger>" + row("1") + row("2.00") + "</FlytDækninger>"))
                .isEqualTo(new Read(new StubTypes.OfRows(
                        List.of(new StubTypes.Row(A, B, new Money(100)), new StubTypes.Row(A, B, new Money(200))))));
        assertThat(
                        read(
                                "AFSLUT_HAEFTELSE",
                                "<AfslutHæftelse><Part>urn:oio:cvr-nr:12345674</Part><SidsteDato>2026-03-02</SidsteDato></AfslutHæftelse>"))
                .isEqualTo(new Read(new StubTypes.OfParty("urn:oio:cvr-nr:12345674", LocalDate.of(2026, 3, 2))));
        assertThat(read(
                        "TILBAGEFOER_HANDLING",
                        "<TilbageførHandling><AnmodningIdentifikation>" + A
                                + "</AnmodningIdentifikation></TilbageførHandling>"))
                .isEqualTo(new Read(new StubTypes.OfOriginal(A)));
        assertThat(read("TILBAGEKALD_FRA_INDDRIVELSE", "<Tilbagekald><Kode>BORT</Kode></Tilbagekald>"))
                .isEqualTo(new Read(new StubTypes.OfCode(StubTypes.Recall.BORT)));
    }

    @Test
    void what_is_optional_may_be_absent_with_its_element() {
        assertThat(read("ANMOD_AFSKRIVNING")).isEqualTo(new Read(new StubTypes.OfAmount(null)));
        assertThat(read("ANMOD_AFSKRIVNING", "<AnmodAfskrivning/>")).isEqualTo(new Read(new StubTypes.OfAmount(null)));
        assertThat(read("FLYT_DAEKNINGER")).isEqualTo(new Read(new StubTypes.OfRows(List.of())));
        assertThat(read("FLYT_FORDRINGER")).isEqualTo(new Read(new NoWish()));
    }

    @Test
    void tells_what_is_missing_and_what_is_not_taken() {
        assertThat(refused("NEDREGULER_FORDRING")).containsExactly("PARAMETER_MISSING NedregulerFordring null");
        assertThat(refused("NEDREGULER_FORDRING", "<NedregulerFordring/>"))
                .containsExactly("PARAMETER_MISSING Beløb null");
        assertThat(refused("FLYT_FORDRINGER", "<Modregn/>")).containsExactly("PARAMETER_NOT_TAKEN Modregn null");
        assertThat(refused("MODREGN", "<AnmodAfskrivning/>"))
                .containsExactly("PARAMETER_NOT_TAKEN AnmodAfskrivning null");
        assertThat(refused("MODREGN", "<Modregn/>", "<Modregn/>")).containsExactly("PARAMETER_NOT_TAKEN Modregn null");
        assertThat(refused("MODREGN", "<Modregn><Andet>1</Andet></Modregn>"))
                .containsExactly("PARAMETER_NOT_TAKEN Andet null");
        assertThat(refused("MODREGN", "<Modregn xmlns='urn:other'/>"))
                .containsExactly("PARAMETER_NOT_TAKEN Modregn null");
    }

    @Test
    void tells_all_that_is_wrong() {
        assertThat(refused("GIV_HENSTAND", "<GivHenstand><FraOgMedDato>x</FraOgMedDato></GivHenstand>"))
                .containsExactlyInAnyOrder("PARAMETER_MISSING TilOgMedDato null", "PARAMETER_INVALID FraOgMedDato x");
        assertThat(refused("FLYT_DAEKNINGER", "<FlytDækninger>" + row("0") + row("1") + row("-1") + "</FlytDækninger>"))
                .containsExactly("PARAMETER_INVALID Beløb 0", "PARAMETER_INVALID Beløb -1");
    }

    @Test
    void tells_a_wrong_order_and_a_repetition() {
        assertThat(
                        refused(
                                "GIV_HENSTAND",
                                "<GivHenstand><TilOgMedDato>2026-01-01</TilOgMedDato><FraOgMedDato>2026-01-01</FraOgMedDato></GivHenstand>"))
                .hasSize(1);
        assertThat(refused(
                        "NEDREGULER_FORDRING",
                        "<NedregulerFordring><Beløb>1</Beløb><Beløb>1</Beløb></NedregulerFordring>"))
                .hasSize(1);
        assertThat(refused(
                        "NEDREGULER_RENTE_GEBYR",
                        "<NedregulerRenteGebyr><ObjektType>RYKKERGEBYR</ObjektType>"
                                + "<ObjektType>RYKKERGEBYR</ObjektType></NedregulerRenteGebyr>"))
                .containsExactly("PARAMETER_INVALID ObjektType RYKKERGEBYR");
        assertThat(refused("MODREGN", "<Modregn x='1'/>")).containsExactly("PARAMETER_INVALID Modregn ");
        assertThat(refused("MODREGN", "<Modregn>tekst</Modregn>")).hasSize(1);
    }

    @Test
    void a_value_split_by_a_comment_is_whole() {
        assertThat(read(
                        "NEDREGULER_FORDRING",
                        "<NedregulerFordring><Beløb>1<!-- 9 -->00<![CDATA[.00]]></Beløb></NedregulerFordring>"))
                .isEqualTo(new Read(new StubTypes.OfAmount(new Money(10_000))));
    }

    @Test
    void of_an_unknown_type_nothing_is_read() {
        assertThat(PARAMETERS.read(A, List.of())).isEqualTo(new Unread(List.of()));
    }

    private static String row(String amount) {
        return "<Fordeling><FraFordring>" + A + "</FraFordring><TilFordring>" + B + "</TilFordring><Beløb>" + amount
                + "</Beløb></Fordeling>";
    }

    private static List<String> refused(String code, String... elements) {
        return switch (read(code, elements)) {
            case Unread unread ->
                unread.refusals().stream()
                        .map(each -> each.reason() + " " + each.parameter() + " " + each.value())
                        .toList();
            case Read read -> throw new AssertionError("read as " + read);
        };
    }

    private static HandlingRequest.Parameters read(String code, String... elements) {
        var parsed = new ArrayList<Element>();
        for (var element : elements) parsed.add(element(element));
        var type = CATALOGUE.find(code).orElseThrow().definition().uuid();
        return PARAMETERS.read(type, parsed);
    }

    private static Element element(String xml) {
        var end = xml.indexOf('>');
        var at = xml.charAt(end - 1) == '/' ? end - 1 : end;
        var text = xml.contains("xmlns=")
                ? xml
                : xml.substring(0, at) + " xmlns='" + Parameters.NAMESPACE + "'" + xml.substring(at);
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
