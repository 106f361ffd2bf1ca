package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An amount spread over a claim's cost families, in order, as far as each has a rest.
 *
 * @param left what there is no rest for
 */
record Spread(Map<CostFamily, Money> parts, Money left) {

    static Spread over(List<CostFamily> families, Money amount, Function<CostFamily, Money> rest) {
        var parts = new LinkedHashMap<CostFamily, Money>();
        var left = amount;
        for (var family : families) {
            var part = Money.least(rest.apply(family), left);
            if (!part.isZero()) parts.put(family, part);
            left = left.minus(part);
        }
        return new Spread(parts, left);
    }

    /** @throws ImportRefused naming {@code field} where the amount is over the rest */
    Spread orRefuse(Numbered<?> numbered, String field) {
        if (!left.isZero()) throw numbered.refuse(field, "more than the rest");
        return this;
    }

    <T> List<T> map(BiFunction<CostFamily, Money, T> mapping) {
        var result = new ArrayList<T>(parts.size());
        parts.forEach((family, part) -> result.add(mapping.apply(family, part)));
        return result;
    }
}
