package guanjia.dialogue;

import guanjia.dialogue.State.Asking;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Idle;
import guanjia.dialogue.State.Shelf;
import guanjia.dialogue.State.WithBot;
import guanjia.dialogue.State.WithStaff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** State to and from a plain tree of maps, lists, strings, numbers and booleans, as a document store keeps it. Pure. */
public final class StateCodec {
    /** Version written. A reader of version n also reads what versions before wrote, and as much as it knows of later ones. */
    static final int VERSION = 1;

    private StateCodec() {}

    /** The tree. Values are String, Integer, Boolean, List and Map only; times are ISO-8601 strings; keys hold no dots or dollar signs. */
    public static Map<String, Object> write(State state) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", VERSION);
        switch (state) {
            case WithStaff(WithBot kept) -> {
                write(kept, tree);
                tree.put("withStaff", true);
            }
            case WithBot bot -> write(bot, tree);
        }
        return tree;
    }

    private static void write(WithBot state, Map<String, Object> tree) {
        switch (state) {
            case Idle idle -> tree.put("offering", idle.offering());
            case Asking asking -> {
                tree.put("flow", ProgressCodec.write(asking.progress()));
                tree.put("question", asking.focus().question());
                tree.put("aim", asking.focus().aim().name());
                tree.put("reminded", asking.reminded());
            }
        }
        Shelf shelf = state.shelf();
        tree.put("started", shelf.started());
        tree.put("parked", shelf.parked().stream().map(ProgressCodec::write).toList());
        tree.put("misunderstandings", shelf.misunderstandings());
        tree.put("lastPress", shelf.lastPress());
    }

    /** Reads any tree: what is unknown or doesn't fit is left out; a tree that makes no sense at all gives {@link State#fresh()}. Never throws. */
    public static State read(Map<String, ?> tree) {
        Branch branch = new Branch(tree);
        List<Progress> parked = branch.branches("parked").stream()
                .flatMap(b -> ProgressCodec.read(b).stream())
                .toList();
        Shelf shelf = new Shelf(
                branch.number("started"), parked, branch.number("misunderstandings"), branch.text("lastPress"));
        Optional<Progress> running = branch.branch("flow").flatMap(ProgressCodec::read);
        WithBot state = running.<WithBot>map(p -> new Asking(shelf, p, focus(branch), branch.is("reminded")))
                .orElseGet(() -> new Idle(shelf, branch.is("offering")));
        return branch.is("withStaff") ? new WithStaff(state) : state;
    }

    private static Focus focus(Branch branch) {
        return new Focus(branch.text("question"), branch.constant("aim", Focus.Aim.NEXT));
    }
}
