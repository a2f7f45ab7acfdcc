package guanjia.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The checked-in papers of the flows: a diagram each, and the names of all questions ever asked, which stored conversations still hold. A
 * feature checks its own flows, with ports that answer the same each time.
 */
public final class FlowDocuments {
    /** {@code -Dflows.write=true} writes diagrams anew and adds new names; it never takes a name away. */
    private static final boolean WRITE = Boolean.getBoolean("flows.write");

    private static final String NAMES = "questions.txt";

    private final Path folder;
    private final Situation situation;
    private final boolean write;

    /** The product's own. @param situation what the flows are run in */
    public FlowDocuments(Situation situation) {
        this(Path.of("../infra/docs/flows"), situation, WRITE);
    }

    FlowDocuments(Path folder, Situation situation, boolean write) {
        this.folder = folder;
        this.situation = situation;
        this.write = write;
    }

    /** What doesn't agree, one sentence each; empty when all is well. Brings it up to date first where that was asked for. */
    public List<String> faults(Collection<? extends Flow> flows) {
        List<String> faults = new ArrayList<>();
        try {
            for (Flow flow : flows) {
                if (write) {
                    Files.writeString(diagram(flow), FlowDiagram.markdown(flow, situation));
                    addNames(flow);
                }
                checkDiagram(flow, faults);
                checkNames(flow, faults);
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkDiagram(Flow flow, List<String> faults) throws IOException {
        Path file = diagram(flow);
        if (!Files.exists(file) || !Files.readString(file).equals(FlowDiagram.markdown(flow, situation))) {
            faults.add(
                    file.getFileName()
                            + " isn't today's flow. Write it anew by running this test with -Dflows.write=true, and look at it.");
        }
    }

    private void checkNames(Flow flow, List<String> faults) throws IOException {
        List<String> asked = FlowDiagram.questions(flow, situation);
        List<String> former = flow.former().stream().map(Former::name).toList();
        TreeSet<String> known = names(flow);
        asked.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("Question " + flow.name() + " " + name + " isn't in " + NAMES
                        + ". Add it by running this test with -Dflows.write=true."));
        known.stream()
                .filter(name -> !asked.contains(name) && !former.contains(name))
                .forEach(
                        name -> faults.add(
                                "Question " + flow.name() + " " + name
                                        + " isn't asked any more, but conversations hold answers to it. Say in the flow's former() what becomes of them."));
        asked.stream()
                .filter(former::contains)
                .forEach(name -> faults.add("Question " + flow.name() + " " + name
                        + " is a former one: conversations hold answers with another meaning. Choose another name."));
    }

    private void addNames(Flow flow) throws IOException {
        TreeSet<String> all = new TreeSet<>(lines());
        FlowDiagram.questions(flow, situation).forEach(name -> all.add(flow.name() + " " + name));
        Files.writeString(folder.resolve(NAMES), String.join("\n", all) + "\n");
    }

    private TreeSet<String> names(Flow flow) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        String prefix = flow.name() + " ";
        lines().stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .forEach(names::add);
        return names;
    }

    private List<String> lines() throws IOException {
        Path file = folder.resolve(NAMES);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Path diagram(Flow flow) {
        return folder.resolve(flow.name() + ".md");
    }
}
