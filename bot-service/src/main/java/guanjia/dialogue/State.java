package guanjia.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a conversation stands: names and option codes only, so that it outlives restarts and deployments. See {@link StateCodec}. */
public sealed interface State {
    /** A conversation in which nothing has been said. */
    static State fresh() {
        return new Idle(Shelf.EMPTY, false);
    }

    /** The bot has the conversation. */
    sealed interface WithBot extends State {
        /** What lies beside the running flow. */
        Shelf shelf();
    }

    /** No flow runs. @param offering whether the last thing said was an offer to go on with the latest parked flow */
    record Idle(Shelf shelf, boolean offering) implements WithBot {}

    /**
     * A flow waits for an answer.
     *
     * @param progress the flow and its answers; {@link Progress#askedAt()} for the sweeper
     * @param focus what exactly is being asked
     * @param reminded whether the resident was reminded already
     */
    record Asking(Shelf shelf, Progress progress, Focus focus, boolean reminded) implements WithBot {}

    /** A person has the conversation, or it waits for one. @param kept where the bot goes on afterwards */
    record WithStaff(WithBot kept) implements State {}

    /**
     * What lies beside the running flow.
     *
     * @param started flows started in this conversation; gives the next instance
     * @param parked interrupted flows, the latest first, at most {@link #MOST_PARKED}
     * @param misunderstandings how often in a row nothing was understood
     * @param lastPress token of the press that led here, empty when it was something else: the same press again is a double
     */
    record Shelf(int started, List<Progress> parked, int misunderstandings, String lastPress) {
        /** More than anyone keeps in mind, and few enough for the conversation's document. */
        public static final int MOST_PARKED = 3;

        static final Shelf EMPTY = new Shelf(0, List.of(), 0, "");

        public Shelf {
            parked = parked.stream().limit(MOST_PARKED).toList();
        }

        Shelf understood(String press) {
            return new Shelf(started, parked, 0, press);
        }

        Shelf misunderstood() {
            return new Shelf(started, parked, misunderstandings + 1, "");
        }

        Shelf startedOneMore() {
            return new Shelf(started + 1, parked, misunderstandings, lastPress);
        }

        /** With this on top; of each flow only the latest is kept. */
        Shelf park(Progress progress) {
            List<Progress> all = new ArrayList<>(List.of(progress));
            parked.stream().filter(p -> !p.flow().equals(progress.flow())).forEach(all::add);
            return new Shelf(started, all, misunderstandings, lastPress);
        }

        Shelf keeping(Predicate<Progress> which) {
            return new Shelf(started, parked.stream().filter(which).toList(), misunderstandings, lastPress);
        }

        Shelf without(Progress progress) {
            return keeping(p -> !p.instance().equals(progress.instance()));
        }

        Optional<Progress> find(Predicate<Progress> which) {
            return parked.stream().filter(which).findFirst();
        }
    }

    /** What is being asked. @param question the question's name; only its place in the flow if the aim is another */
    record Focus(String question, Aim aim) {
        static final Focus ANY = new Focus("", Aim.NEXT);

        static Focus correct(String question) {
            return new Focus(question, Aim.CORRECT);
        }

        boolean corrects(String name) {
            return aim == Aim.CORRECT && question.equals(name);
        }

        /** Whether the engine asks something of its own. */
        boolean aside() {
            return aim == Aim.WHICH || aim == Aim.CANCEL;
        }

        /** Why it is asked. */
        public enum Aim {
            /** It is the next without an answer. */
            NEXT,
            /** It has an answer, which is to be changed. */
            CORRECT,
            /** Not it, but which answer is to be changed. */
            WHICH,
            /** Not it, but whether to give the flow up. */
            CANCEL
        }
    }
}
