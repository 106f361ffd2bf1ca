package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Counterpart;
import dk.debitorkonto.adapter.soap.Exchange;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.request.Structures;
import dk.debitorkonto.handling.AnswerReply;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.LateAnswer;
import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.RoutedDesk;
import dk.debitorkonto.outbox.Couriers;
import dk.debitorkonto.outbox.jdbc.DueRows;
import dk.debitorkonto.outbox.jdbc.MessageRows;
import dk.debitorkonto.outbox.jdbc.ReceiverRows;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How answers are written and sent. */
@Configuration(proxyBeanMethods = false)
class AnswerWiring {

    @Bean
    LateAnswer.Writer answerWriter(Structures structures, Pen pen, HandlingDesk.Instance instance) {
        return new AnswerWriter(structures, pen, instance, InstantSource.system());
    }

    @Bean
    Function<PeerAnswer, AnswerReply> answersFromOutside(RoutedDesk desk) {
        return desk::take;
    }

    @Bean
    AnswerChannel answerChannel(Xml xml, ObjectProvider<Counterpart> counterpart) {
        var simulated = counterpart.getIfAvailable(() -> Counterpart.NONE);
        return new AnswerChannel(new AnswerReceipts(xml), simulated::address, Exchange.IN_ALL);
    }

    @Bean
    CounterpartMessages counterpartMessages(Pen pen) {
        return new CounterpartMessages(pen, InstantSource.system());
    }

    @Bean
    DebtorSystemMessages debtorSystemMessages(Pen pen, Structures structures, HandlingDesk.Instance instance) {
        var machine = InstantSource.system();
        return new DebtorSystemMessages(pen, structures, new AnswerHeads(pen.times(), instance, machine), machine);
    }

    @Bean
    Couriers couriers(MessageRows messages, DueRows due, ReceiverRows receivers, AnswerChannel channel, Clock clock) {
        return new Couriers(messages, due, receivers, channel, clock);
    }
}
