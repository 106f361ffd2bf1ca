/** Benchmarks: {@code mvn -Pbench verify} runs them and writes target/bench/. They tell figures and fail on none. */
@NullMarked
package dk.debitorkonto.bench;

import org.jspecify.annotations.NullMarked;
