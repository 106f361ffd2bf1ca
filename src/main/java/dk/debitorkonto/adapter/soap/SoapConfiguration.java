package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.Settings;
import dk.debitorkonto.adapter.soap.answer.AnswerEndpoint;
import dk.debitorkonto.adapter.soap.answer.AnswerHeads;
import dk.debitorkonto.adapter.soap.gate.Bodies;
import dk.debitorkonto.adapter.soap.gate.Documents;
import dk.debitorkonto.adapter.soap.gate.Gate;
import dk.debitorkonto.adapter.soap.request.RequestEndpoint;
import dk.debitorkonto.adapter.soap.request.Structures;
import dk.debitorkonto.handling.AnswerReply;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Submission;
import jakarta.xml.ws.soap.SOAPBinding;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Opens the contract's door: the gate, CXF's servlet behind it, and one endpoint a service for both versions of SOAP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Settings.class, SoapSettings.class})
public class SoapConfiguration {

    private static final String ALL = Contract.SERVLET_PATH + "/*";

    @Bean
    FilterRegistrationBean<Gate> gate(Settings settings, SoapSettings limits, Xml xml, Consumer<CallRow> callLog) {
        var gate = new Gate(
                new Documents(settings.publicAddress()),
                new Bodies(limits, xml),
                limits,
                callLog,
                InstantSource.system());
        var registration = new FilterRegistrationBean<>(gate);
        registration.addUrlPatterns(ALL);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    ServletRegistrationBean<CXFServlet> soapServlet() {
        var registration = new ServletRegistrationBean<>(new CXFServlet(), ALL);
        registration.addInitParameter("hide-service-list-page", "true");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean(name = Bus.DEFAULT_BUS_ID, destroyMethod = "shutdown")
    SpringBus soapBus() {
        var bus = new SpringBus();
        // What is wrong is logged once, by Faults.
        bus.setProperty(FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
        return bus;
    }

    @Bean
    Xml soapXml(SoapSettings settings, Bus bus) {
        return new Xml(settings, bus);
    }

    @Bean
    Causes soapCauses() {
        return new Causes(new Sentences(), CodePage.all().values());
    }

    @Bean
    Times soapTimes(SoapSettings settings, ObjectProvider<Clock> clock) {
        return new Times(settings, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Pen soapPen(Causes causes, Xml xml, Times times) {
        return new Pen(causes, xml, times);
    }

    @Bean
    Structures soapStructures(Causes causes, Catalogue catalogue) {
        return new Structures(causes, catalogue);
    }

    @Bean
    RequestEndpoint requests(
            Function<Submission, Reply> desk,
            Catalogue catalogue,
            Structures structures,
            Pen pen,
            ObjectProvider<Counterpart> counterpart) {
        return new RequestEndpoint(
                desk, catalogue, structures, pen, counterpart.getIfAvailable(() -> Counterpart.NONE));
    }

    @Bean
    EndpointImpl requestEndpoint(Bus bus, Xml xml, RequestEndpoint requests) {
        return published(bus, xml, Contract.REQUEST, requests);
    }

    @Bean
    EndpointImpl answerEndpoint(
            Bus bus, Function<PeerAnswer, AnswerReply> desk, Pen pen, HandlingDesk.Instance instance) {
        var heads = new AnswerHeads(pen.times(), instance, InstantSource.system());
        return published(bus, pen.xml(), Contract.ANSWER, new AnswerEndpoint(desk, heads, pen));
    }

    /** An endpoint of SOAP 1.2 takes 1.1 too and answers in the version of the request; one of 1.1 doesn't. */
    private static EndpointImpl published(Bus bus, Xml xml, Contract contract, Object implementor) {
        var endpoint = new EndpointImpl(bus, implementor);
        endpoint.setBindingUri(SOAPBinding.SOAP12HTTP_BINDING);
        var classes = new JAXBDataBinding();
        classes.setNamespaceMap(Xml.PREFIXES);
        endpoint.setDataBinding(classes);
        endpoint.getInInterceptors().add(new ReadCall(xml));
        endpoint.getOutInterceptors().add(new RelatesTo(false));
        endpoint.getOutInterceptors().add(new AsWritten());
        endpoint.getOutFaultInterceptors().add(new FaultOut());
        endpoint.getOutFaultInterceptors().add(new RelatesTo(true));
        endpoint.publish(contract.address());
        return endpoint;
    }
}
