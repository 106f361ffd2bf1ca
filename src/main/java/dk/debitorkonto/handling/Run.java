package dk.debitorkonto.handling;

/** A plan in the making, and what is said against it. */
record Run(Job job, Circumstances circumstances, Plan plan, Refusals refusals, Pages.Use use) {}
