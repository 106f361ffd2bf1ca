package dk.debitorkonto.adapter.soap.route;

import dk.debitorkonto.adapter.soap.Counterpart;
import dk.debitorkonto.adapter.soap.Exchange;
import dk.debitorkonto.adapter.soap.SoapSettings;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.handling.RoutedDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How requests are passed on. A receipt may be as large as a request. */
@Configuration(proxyBeanMethods = false)
class RouteWiring {

    @Bean
    Forwarder forwarder(RoutedDesk desk, Xml xml, SoapSettings settings, ObjectProvider<Counterpart> counterpart) {
        var simulated = counterpart.getIfAvailable(() -> Counterpart.NONE);
        return new Forwarder(desk::keep, xml, new Exchange(Exchange.IN_ALL, settings.maxBytes()), simulated::address);
    }
}
