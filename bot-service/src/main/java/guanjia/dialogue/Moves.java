package guanjia.dialogue;

import guanjia.dialogue.State.Asking;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Focus.Aim;
import guanjia.dialogue.State.Idle;
import guanjia.dialogue.State.Shelf;
import guanjia.dialogue.State.WithBot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a turn can lead: each method makes the turn that goes there. */
record Moves(Map<String, Flow> flows, Situation situation) {
    /**
     * What a turn says before it asks.
     *
     * @param says in order
     * @param brief whether a question that was asked already is repeated briefly
     * @param offersPerson whether a person is offered beside the options
     * @param reminds whether this is the reminder
     */
    record Lead(List<Say> says, boolean brief, boolean offersPerson, boolean reminds) {
        static Lead full(Say... says) {
            return new Lead(List.of(says), false, false, false);
        }

        static Lead brief(List<Say> says) {
            return new Lead(says, true, false, false);
        }
    }

    Run run(Progress progress, String correcting) {
        return Run.of(known(progress.flow()), progress, correcting, situation);
    }

    /** Runs the flow and asks where it stops, or ends it. */
    Turn ask(Shelf shelf, Progress progress, Focus focus, Lead lead) {
        return switch (run(progress, focus.aim() == Aim.CORRECT ? focus.question() : "")) {
            case Run.Paused paused -> asking(shelf, paused, focus, lead);
            case Run.Finished finished -> finish(shelf, finished, lead);
        };
    }

    private Turn asking(Shelf shelf, Run.Paused at, Focus wanted, Lead lead) {
        Aim aim = wanted.aside() || wanted.corrects(at.prompt().name()) ? wanted.aim() : Aim.NEXT;
        boolean same = wanted.question().equals(at.prompt().name());
        String instance = at.progress().instance();
        List<Say> says = new ArrayList<>(lead.says());
        says.addAll(at.says());
        says.add(Asked.of(at, aim, at.trail()).say(instance, lead.brief() && same, extra(at, aim, lead)));
        Progress progress = at.progress().asked(situation.at());
        return Turn.of(new Asking(shelf, progress, new Focus(at.prompt().name(), aim), lead.reminds()), says);
    }

    private static List<Say.Choice> extra(Run.Paused at, Aim aim, Lead lead) {
        String instance = at.progress().instance();
        boolean stuck = aim == Aim.NEXT
                && at.prompt() instanceof Prompt.Choosing<?> choosing
                && choosing.choices().isEmpty();
        List<Say.Choice> extra = new ArrayList<>();
        if (stuck || lead.offersPerson()) {
            extra.add(personChoice(instance));
        }
        if (stuck) {
            extra.add(Asked.choice(instance, Token.WHICH, Option.of(Token.CANCEL, Messages.CANCEL)));
        }
        return extra;
    }

    static Say.Choice personChoice(String instance) {
        return Asked.choice(instance, Token.PERSON, Option.of(Prompt.YES, Messages.PERSON));
    }

    private Turn finish(Shelf shelf, Run.Finished end, Lead lead) {
        List<Say> says = new ArrayList<>(lead.says());
        says.addAll(end.says());
        if (says.isEmpty() && end.effects().isEmpty()) {
            says.add(Say.of(Messages.DONE));
        }
        Turn rest = idle(shelf, List.of());
        return new Turn(rest.state(), says, end.effects(), rest.says(), Optional.of(end.progress()));
    }

    /** No flow runs any more; offers to go on with the latest parked one. */
    Turn idle(Shelf shelf, List<Say> lead) {
        List<Say> says = new ArrayList<>(lead);
        Optional<Progress> next = shelf.parked().stream().findFirst();
        next.ifPresent(p -> says.add(Asked.resume(p).say(p.instance(), false, List.of())));
        return Turn.of(new Idle(shelf, next.isPresent()), says);
    }

    /** Nobody answered: the flow is kept as a draft. */
    Turn kept(Shelf shelf, Progress progress) {
        return idle(shelf.park(progress), List.of(Say.of(Messages.PARKED, Map.of("matter", Asked.matter(progress)))));
    }

    /** Starts a flow, or picks up a parked run of it. */
    Turn start(Shelf shelf, Heard.Start start) {
        Optional<Progress> draft = shelf.find(p -> p.flow().equals(start.flow()));
        if (draft.isPresent()) {
            return resume(shelf, filled(draft.get(), start.prefilled()));
        }
        String instance = Integer.toString(shelf.started() + 1, Character.MAX_RADIX);
        Progress fresh = Progress.begin(start.flow(), instance, situation.at());
        return ask(shelf.startedOneMore(), filled(fresh, start.prefilled()), Focus.ANY, Lead.full());
    }

    Turn resume(Shelf shelf, Progress parked) {
        Say resumed = Say.of(Messages.RESUMED, Map.of("matter", Asked.matter(parked)));
        return ask(shelf.without(parked), parked, Focus.ANY, Lead.full(resumed));
    }

    /** With these answers where there are none yet. */
    static Progress filled(Progress progress, Map<String, List<String>> values) {
        Progress more = progress;
        for (String name : values.keySet().stream().sorted().toList()) {
            if (!more.answers().containsKey(name)) {
                more = more.with(name, Answer.heard(values.getOrDefault(name, List.of())));
            }
        }
        return more;
    }

    Turn handOff(WithBot kept, HandOff.Reason reason) {
        Say word = Say.of(
                switch (reason) {
                    case WISHED -> Messages.HANDING_OFF;
                    case NOT_UNDERSTOOD -> Messages.HANDING_OFF_SORRY;
                });
        return new Turn(
                new State.WithStaff(kept), List.of(word), List.of(new HandOff(reason)), List.of(), Optional.empty());
    }

    boolean knows(String flow) {
        return flows.containsKey(flow);
    }

    boolean reminds(String flow) {
        return known(flow).reminds();
    }

    private Flow known(String flow) {
        Flow known = flows.get(flow);
        if (known == null) {
            throw new IllegalArgumentException("No flow " + flow);
        }
        return known;
    }
}
