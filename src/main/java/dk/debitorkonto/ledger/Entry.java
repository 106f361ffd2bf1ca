package dk.debitorkonto.ledger;

import java.util.List;

/** What is booked at once: a head and its postings, in order. */
public record Entry(EntryHead head, List<Posting> postings) {

    public Entry {
        postings = List.copyOf(postings);
    }
}
