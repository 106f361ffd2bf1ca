package dk.debitorkonto;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the debtor system: the doors (SOAP, REST, screens), the books behind them, and the work that waits. */
@SpringBootApplication
public class Debitorkonto {

    public static void main(String[] args) {
        SpringApplication.run(Debitorkonto.class, args);
    }
}
