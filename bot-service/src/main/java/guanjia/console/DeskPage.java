package guanjia.console;

import guanjia.conversations.ConversationId;
import guanjia.conversations.HandOffs;
import guanjia.conversations.HandOffs.Outcome;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;

/** {@code /console}: the list of chats and one of them beside it. What may be done is decided by {@link HandOffs}. */
@Controller
@OnConsoleRole
class DeskPage {
    private final HandOffs handOffs;
    private final DeskList list;
    private final DeskChat chats;
    private final DeskNames names;

    DeskPage(HandOffs handOffs, DeskList list, DeskChat chats, DeskNames names) {
        this.handOffs = handOffs;
        this.list = list;
        this.chats = chats;
        this.names = names;
    }

    /** @param text what to write @param once the page's own name for it, see {@link HandOffs#reply} */
    record Reply(@Nullable String text, @Nullable String once) {}

    /** @param closing a last word, may be blank */
    record HandBack(@Nullable String closing) {}

    /** @param code for the page @param message for the reader; empty when all is well */
    record Answer(String code, String message) {}

    @GetMapping("/console")
    String desk(ServerWebExchange exchange, Authentication who, Model model) {
        StaffMember staff = Staff.of(who);
        ConsoleWords words = ConsoleShell.open(exchange, model, staff);
        if (!Right.TALK_TO_RESIDENTS.isOf(staff.role())) {
            return "console/no-desk";
        }
        model.addAttribute("list", list.of(staff, words));
        model.addAttribute("open", "");
        return "console/desk";
    }

    /** The list alone, for a page that reads it again. */
    @GetMapping("/console/desk")
    String list(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String open, Authentication who, Model model) {
        StaffMember staff = Staff.of(who);
        ConsoleWords words = ConsoleShell.open(exchange, model, staff);
        model.addAttribute("list", list.of(staff, words));
        model.addAttribute("open", open);
        return "console/list :: list";
    }

    @GetMapping("/console/chats/{id}")
    String chat(ServerWebExchange exchange, @PathVariable String id, Authentication who, Model model) {
        StaffMember staff = Staff.of(who);
        ConsoleWords words = ConsoleShell.open(exchange, model, staff);
        ConversationId conversation = new ConversationId(id);
        Optional<DeskChat.Head> head = chats.head(staff, conversation, words);
        if (head.isEmpty()) {
            exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
            return "console/no-chat";
        }
        model.addAttribute("list", list.of(staff, words));
        model.addAttribute("open", id);
        model.addAttribute("chat", head.get());
        model.addAttribute("lines", chats.lines(staff, conversation, 0, words));
        model.addAttribute("longest", HandOffs.LONGEST_REPLY);
        return "console/desk";
    }

    /** What a page doesn't have yet: the head as it is now, and the lines after one. */
    @GetMapping("/console/chats/{id}/news")
    String news(
            ServerWebExchange exchange,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            Authentication who,
            Model model) {
        StaffMember staff = Staff.of(who);
        ConsoleWords words = ConsoleShell.open(exchange, model, staff);
        ConversationId conversation = new ConversationId(id);
        Optional<DeskChat.Head> head = chats.head(staff, conversation, words);
        model.addAttribute("chat", head.orElse(null));
        model.addAttribute("lines", head.isEmpty() ? List.of() : chats.lines(staff, conversation, after, words));
        if (head.isEmpty()) {
            exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
            return "console/no-chat";
        }
        return "console/chat :: news";
    }

    @PostMapping("/console/chats/{id}/takeover")
    ResponseEntity<Answer> takeOver(ServerWebExchange exchange, @PathVariable String id, Authentication who) {
        return answer(handOffs.takeOver(Staff.of(who), new ConversationId(id)), exchange);
    }

    @PostMapping("/console/chats/{id}/messages")
    ResponseEntity<Answer> reply(
            ServerWebExchange exchange, @PathVariable String id, @RequestBody Reply reply, Authentication who) {
        Optional<String> text = fit(reply.text());
        Optional<String> once = Optional.ofNullable(reply.once());
        if (text.isEmpty()
                || once.filter(name -> name.length() <= HandOffs.LONGEST_NAME).isEmpty()) {
            return no(HttpStatus.UNPROCESSABLE_CONTENT, "unfit", exchange, HandOffs.LONGEST_REPLY);
        }
        return answer(handOffs.reply(Staff.of(who), new ConversationId(id), text.get(), once), exchange);
    }

    @PostMapping("/console/chats/{id}/handback")
    ResponseEntity<Answer> handBack(
            ServerWebExchange exchange, @PathVariable String id, @RequestBody HandBack last, Authentication who) {
        String closing = last.closing();
        boolean silent = closing == null || closing.isBlank();
        if (!silent && fit(closing).isEmpty()) {
            return no(HttpStatus.UNPROCESSABLE_CONTENT, "unfit", exchange, HandOffs.LONGEST_REPLY);
        }
        return answer(
                handOffs.handBack(Staff.of(who), new ConversationId(id), silent ? Optional.empty() : fit(closing)),
                exchange);
    }

    private static Optional<String> fit(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isBlank() && words.length() <= HandOffs.LONGEST_REPLY);
    }

    private ResponseEntity<Answer> answer(Outcome outcome, ServerWebExchange exchange) {
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.ok(new Answer("done", ""));
            case Outcome.HeldBy other -> no(HttpStatus.CONFLICT, "held", exchange, names.staff(other.login()));
            case Outcome.NotTaken none -> no(HttpStatus.CONFLICT, "not-taken", exchange);
            case Outcome.Unknown none -> no(HttpStatus.NOT_FOUND, "unknown", exchange);
        };
    }

    private static ResponseEntity<Answer> no(
            HttpStatus status, String code, ServerWebExchange exchange, Object... parts) {
        String message = ConsoleLanguage.of(exchange).say("refused." + code, parts);
        return ResponseEntity.status(status).body(new Answer(code, message));
    }
}
