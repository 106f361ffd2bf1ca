package planted.handling.type;

import org.springframework.context.ApplicationContext;

/** A type that asks the container. */
public record KnowsSpring(ApplicationContext context) {}
