package dk.debitorkonto.bench;

import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerI;
import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerO;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoI;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerO;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningAfsendServicePortType;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningType;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import dk.debitorkonto.adapter.soap.contract.HandlingGennemfoertStrukturType;
import dk.debitorkonto.adapter.soap.contract.PingI;
import dk.debitorkonto.adapter.soap.contract.PingO;
import dk.debitorkonto.adapter.soap.contract.kontekst.HovedOplysningerSvarType;
import jakarta.jws.WebService;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * The stack's ceiling: CXF as it comes, with the same contract and its validation of what comes in and goes out, answering each
 * request with the same receipt; no desk, no database. Not a @Configuration, which tests of the whole application would find.
 */
@EnableAutoConfiguration
class Ceiling {

    @Bean
    ServletRegistrationBean<CXFServlet> soapServlet() {
        var registration = new ServletRegistrationBean<>(new CXFServlet(), Contract.SERVLET_PATH + "/*");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean(name = Bus.DEFAULT_BUS_ID, destroyMethod = "shutdown")
    SpringBus soapBus() {
        return new SpringBus();
    }

    @Bean
    EndpointImpl fixed(Bus bus) {
        var endpoint = new EndpointImpl(bus, new Fixed());
        endpoint.setWsdlLocation("classpath:wsdl/DebitorkontoAnmodningAfsendService.wsdl");
        endpoint.setProperties(Map.of("schema-validation-enabled", "true"));
        endpoint.publish(Contract.REQUEST.address());
        return endpoint;
    }

    /** Says yes. */
    @WebService(
            endpointInterface = "dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningAfsendServicePortType",
            targetNamespace = Contract.NAMESPACE,
            serviceName = "DebitorkontoAnmodningAfsendService",
            portName = "DebitorkontoAnmodningAfsendServicePortType")
    public static class Fixed implements DebitorkontoAnmodningAfsendServicePortType {

        @Override
        public AnmodEnDebitorkontoO anmodEnDebitorkonto(AnmodEnDebitorkontoI request) {
            return receipt(request, new AnmodEnDebitorkontoO());
        }

        @Override
        public AnmodDebitorkontoMedFordringerO anmodDebitorkontoMedFordringer(AnmodDebitorkontoMedFordringerI request) {
            return receipt(request, new AnmodDebitorkontoMedFordringerO());
        }

        @Override
        public AnmodMellemDebitorkontiO anmodMellemDebitorkonti(AnmodMellemDebitorkontiI request) {
            return receipt(request, new AnmodMellemDebitorkontiO());
        }

        @Override
        public AnmodMellemFordringerO anmodMellemFordringer(AnmodMellemFordringerI request) {
            return receipt(request, new AnmodMellemFordringerO());
        }

        @Override
        public PingO ping(PingI request) {
            return new PingO();
        }

        private static <R extends ForretningskvitteringType> R receipt(DebitorkontoAnmodningType request, R receipt) {
            var head = new HovedOplysningerSvarType();
            head.setTransaktionsId(request.getHovedOplysninger().getTransaktionsId());
            head.setTransaktionsTid(request.getHovedOplysninger().getTransaktionsTid());
            receipt.setHovedOplysningerSvar(head);
            receipt.setDebitorkontoAnmodningIdentifikation(request.getDebitorkontoAnmodningIdentifikation());
            receipt.setBehandlingDatoTid(request.getHovedOplysninger().getTransaktionsTid());
            var done = new HandlingGennemfoertStrukturType();
            done.setHandlingGennemfoertUdenBemaerkninger(true);
            receipt.setHandlingGennemfoertStruktur(done);
            return receipt;
        }
    }
}
