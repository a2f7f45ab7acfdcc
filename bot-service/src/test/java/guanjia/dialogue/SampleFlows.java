package guanjia.dialogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flows for the engine's own stories, like those of the product. */
final class SampleFlows {
    private SampleFlows() {}

    enum Urgency {
        URGENT,
        NORMAL
    }

    enum Access {
        YES_DO,
        CALL_FIRST
    }

    record OpenTicket(
            String unit,
            String fault,
            Urgency urgency,
            List<String> photos,
            Optional<String> visit,
            Optional<String> note)
            implements Effect {}

    record Book(String place, int people) implements Effect {}

    record Bind(String phone, int pictures) implements Effect {}

    private static final Question<String> UNIT =
            Question.choice("unit", "repair.unit", u -> Option.literal("unit-" + u, u));
    private static final Question<String> FAULT =
            Question.text("fault", "repair.fault", 40).repairedBy("repair.fault.help");
    private static final Question<Urgency> URGENCY = Question.oneOf("urgency", "repair.urgency", Urgency.class);
    private static final Question<List<String>> PHOTOS = Question.photos("photos", "repair.photos");
    private static final Question<String> VISIT = Question.choice("visit", "repair.visit", v -> Option.literal(v, v));
    private static final Question<Access> ACCESS = Question.oneOf("access", "repair.access", Access.class);
    private static final Question<String> NOTE = Question.text("note", "repair.note", 100);
    private static final Question<Boolean> SUMMARY = Question.confirm("summary", "repair.summary");
    private static final Question<String> PLACE = Question.choice("place", "booking.place", p -> Option.literal(p, p));
    private static final Question<Integer> PEOPLE = Question.number("people", "booking.people", 1, 10);
    private static final Question<Boolean> BOOKING = Question.confirm("booking", "booking.summary");
    private static final Question<String> PHONE = Question.contact("phone", "binding.phone");
    private static final Question<List<String>> CARD = Question.photos("card", "binding.card");

    /** 报修. */
    static final class Repair implements Flow {
        final List<String> units = new ArrayList<>(List.of("3栋201", "3栋202"));
        final List<String> free = new ArrayList<>(List.of("周二上午", "周三下午"));
        boolean asksAccess;
        boolean asksNote = true;

        @Override
        public String name() {
            return "repair";
        }

        @Override
        public List<Effect> run(Script script) {
            String unit = script.choose(UNIT, units);
            String fault = script.ask(FAULT);
            Urgency urgency = script.ask(URGENCY);
            if (urgency == Urgency.URGENT) {
                script.say(Text.of("repair.promise"));
            }
            List<String> photos = script.collect(PHOTOS, 0, 3);
            if (asksAccess) {
                script.ask(ACCESS);
            }
            Optional<String> visit =
                    urgency == Urgency.URGENT ? Optional.empty() : Optional.of(script.choose(VISIT, free));
            Optional<String> note = asksNote ? script.maybe(NOTE) : Optional.empty();
            script.confirm(SUMMARY);
            return List.of(new OpenTicket(unit, fault, urgency, photos, visit, note));
        }
    }

    /** 订场地. */
    static final class Booking implements Flow {
        @Override
        public String name() {
            return "booking";
        }

        @Override
        public List<Effect> run(Script script) {
            String place = script.choose(PLACE, List.of("网球场", "烧烤区"));
            int people = script.ask(PEOPLE);
            script.confirm(BOOKING);
            return List.of(new Book(place, people));
        }
    }

    /** 绑定. */
    static final class Binding implements Flow {
        @Override
        public String name() {
            return "binding";
        }

        @Override
        public List<Effect> run(Script script) {
            String phone = script.ask(PHONE);
            List<String> card = script.collect(CARD, 2, 3);
            return List.of(new Bind(phone, card.size()));
        }
    }

    /** 换语言: not worth a reminder, and given up sooner than others. */
    static final class Quick implements Flow {
        private static final Question<String> TONGUE =
                Question.choice("tongue", "binding.phone", t -> Option.literal(t, t));

        @Override
        public String name() {
            return "quick";
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(5);
        }

        @Override
        public boolean reminds() {
            return false;
        }

        @Override
        public List<Effect> run(Script script) {
            return List.of(new Book(script.choose(TONGUE, List.of("中文", "英文")), 1));
        }
    }

    /** A flow whose lines a test gives. */
    record Lines(String name, java.util.function.Function<Script, List<Effect>> lines) implements Flow {
        @Override
        public List<Effect> run(Script script) {
            return lines.apply(script);
        }
    }
}
