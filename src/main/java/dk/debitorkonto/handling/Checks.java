package dk.debitorkonto.handling;

import static dk.debitorkonto.handling.Refusal.Element;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be said against a request before any claim is looked at, in the contract's order. */
final class Checks {

    /** As many claims as one list takes; larger work is a mass handling. */
    static final int MOST_CLAIMS = 10_000;

    private final Map<UUID, HandlingReason> reasons;

    Checks(List<HandlingReason> reasons) {
        this.reasons =
                reasons.stream().collect(Collectors.toUnmodifiableMap(HandlingReason::uuid, Function.identity()));
    }

    /** Whether the type can be asked for, today and in this variant. */
    @Nullable
    Refusal ofType(HandlingDefinition definition, HandlingRequest request, LocalDate today) {
        if (today.isBefore(definition.validFrom()))
            return Refusal.of(
                    Reason.TYPE_NOT_VALID,
                    Element.HANDLING_TYPE,
                    definition.uuid(),
                    definition.code(),
                    definition.validFrom());
        if (!definition.variants().contains(request.variant()))
            return Refusal.of(
                    Reason.VARIANT_NOT_ALLOWED,
                    Element.HANDLING_TYPE,
                    definition.uuid(),
                    definition.code(),
                    definition.variants().stream().map(Variant::letter).sorted().collect(Collectors.joining(", ")));
        return null;
    }

    /** What is wrong with the request's fields, each on its own or beside another. */
    void ofFields(
            Catalogue.Item item,
            HandlingRequest request,
            LocalDate today,
            @Nullable AccountCase source,
            Refusals refusals) {
        var effectDate = request.effectDate() == null ? today : request.effectDate();
        switch (request.parameters()) {
            case HandlingRequest.Parameters.Unread unread -> refusals.addAll(unread.refusals());
            case HandlingRequest.Parameters.Read read ->
                refusals.addAll(ofWish(item.type(), read.wish(), request, effectDate));
        }
        ofReason(item.definition(), request, refusals);
        ofDates(item.definition(), request, today, refusals);
        var registered = source == null ? null : source.account().registered();
        if (registered != null && effectDate.isBefore(registered))
            refusals.add(Refusal.of(Reason.EFFECT_BEFORE_REGISTRATION, Element.EFFECT_DATE, effectDate, registered));
        ofLists(request, refusals);
    }

    private static <W> List<Refusal> ofWish(
            HandlingType<W> type, Object wish, HandlingRequest request, LocalDate effectDate) {
        return type.check(type.wishType().cast(wish), request, effectDate);
    }

    private void ofReason(HandlingDefinition definition, HandlingRequest request, Refusals refusals) {
        if (request.reason() == null) {
            if (definition.reasonRequired())
                refusals.add(Refusal.of(Reason.REASON_REQUIRED, Element.REASON, null, definition.code()));
            return;
        }
        var reason = reasons.get(request.reason());
        if (reason == null) refusals.add(Refusal.of(Reason.REASON_UNKNOWN, Element.REASON, request.reason()));
        else if (reason.textRequired()
                && (request.reasonText() == null || request.reasonText().isBlank()))
            refusals.add(Refusal.of(Reason.REASON_TEXT_REQUIRED, Element.REASON_TEXT, null, reason.code()));
    }

    private static void ofDates(
            HandlingDefinition definition, HandlingRequest request, LocalDate today, Refusals refusals) {
        var effectDate = request.effectDate();
        if (effectDate != null && definition.mode() != Mode.LATER && effectDate.isAfter(today))
            refusals.add(Refusal.of(Reason.EFFECT_IN_FUTURE, Element.EFFECT_DATE, effectDate, today));
        var from = request.periodFrom();
        var to = request.periodTo();
        if ((from != null || to != null) && !definition.takesPeriod(request.variant()))
            refusals.add(Refusal.of(
                    Reason.PERIOD_NOT_TAKEN,
                    from == null ? Element.PERIOD_TO : Element.PERIOD_FROM,
                    from == null ? to : from,
                    definition.code()));
        else if (from != null && to != null && from.isAfter(to))
            refusals.add(Refusal.of(Reason.PERIOD_BACKWARDS, Element.PERIOD_TO, to, from));
    }

    private static void ofLists(HandlingRequest request, Refusals refusals) {
        ofList(request.claims(), Element.CLAIM, refusals);
        ofList(request.targetClaims(), Element.TARGET_CLAIM, refusals);
        var sources = new HashSet<>(request.claims());
        for (var claim : new java.util.LinkedHashSet<>(request.targetClaims()))
            if (sources.contains(claim))
                refusals.add(Refusal.of(Reason.CLAIM_IN_BOTH_LISTS, Element.TARGET_CLAIM, claim));
    }

    private static void ofList(List<UUID> claims, Element element, Refusals refusals) {
        if (claims.size() > MOST_CLAIMS)
            refusals.add(Refusal.of(Reason.TOO_MANY_CLAIMS, element, claims.size(), MOST_CLAIMS));
        var seen = new HashSet<UUID>();
        var told = new HashSet<UUID>();
        for (var claim : claims)
            if (!seen.add(claim) && told.add(claim)) refusals.add(Refusal.of(Reason.CLAIM_TWICE, element, claim));
    }
}
