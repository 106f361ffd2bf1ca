package dk.debitorkonto.adapter.web;

import dk.debitorkonto.adapter.soap.Contract;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where someone comes who opens the address in a browser: what is here, and where. */
@Controller
class FrontPage {

    @GetMapping("/")
    String front(Model model) {
        model.addAttribute("services", Contract.values());
        return "front";
    }
}
