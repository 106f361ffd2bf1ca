package dk.debitorkonto.adapter.soap;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on what a caller may send; beyond them it is MessageTooLarge or TooManyRequests.
 *
 * @param maxBytes of a request's body
 * @param maxDepth of elements in elements, the envelope's own included
 * @param maxAttributes of one element, namespace declarations included
 * @param maxAttributeLength characters of an attribute
 * @param maxChildren of one element
 * @param maxText characters of one element's own text; what is kept whole has columns of a million
 * @param maxNames different names of elements and attributes in one message
 * @param maxCalls at the same time on this node
 * @param bodyTimeout how long a body may take to arrive
 * @param clockSkew how far a caller's clock may be ahead
 */
@Validated
@ConfigurationProperties("debitorkonto.soap")
public record SoapSettings(
        @DefaultValue("4194304") @Min(1024) int maxBytes,
        @DefaultValue("40") @Min(8) int maxDepth,
        @DefaultValue("60") @Min(8) int maxAttributes,
        @DefaultValue("4096") @Min(256) int maxAttributeLength,
        @DefaultValue("25000") @Min(10000) int maxChildren,
        @DefaultValue("65536") @Min(1024) @Max(1_000_000) int maxText,
        @DefaultValue("1000") @Min(100) int maxNames,
        @DefaultValue("256") @Min(1) int maxCalls,
        @DefaultValue("30s") Duration bodyTimeout,
        @DefaultValue("60s") Duration clockSkew) {}
