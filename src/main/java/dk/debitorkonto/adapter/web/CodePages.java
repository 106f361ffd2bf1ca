package dk.debitorkonto.adapter.web;

import dk.debitorkonto.adapter.soap.CodePage;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A page for each code that a caller may get: what it means, what to change, a failing and a passing example. */
@Controller
class CodePages {

    private final Map<String, CodePage> pages = CodePage.all();

    @GetMapping("/fejlkoder")
    String all(Model model) {
        model.addAttribute("pages", pages.values());
        return "codes/all";
    }

    @GetMapping("/fejlkoder/{code}")
    String one(@PathVariable String code, Model model) {
        var page = pages.get(code);
        if (page == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        model.addAttribute("page", page);
        return "codes/one";
    }
}
