package guanjia.console;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who types only the name of the host comes to the chat, or to the desk of a process that has no chat. */
@Controller
@Hidden
class FrontDoor {
    private final String first;

    FrontDoor(@Value("${guanjia.role.bot:true}") boolean chat) {
        this.first = chat ? "/chat" : "/console";
    }

    @GetMapping("/")
    String open() {
        return "redirect:" + first;
    }
}
