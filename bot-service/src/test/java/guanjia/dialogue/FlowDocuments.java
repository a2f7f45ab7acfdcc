package guanjia.dialogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The diagrams of all flows, checked in as one Markdown file a flow. */
public final class FlowDocuments {
    private final Path folder;
    private final Situation situation;

    public FlowDocuments(Path folder, Situation situation) {
        this.folder = folder;
        this.situation = situation;
    }

    /** Writes them all. */
    public void write(Collection<? extends Flow> flows) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files(flows).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Names of files that are missing, differ from today's flows, or are of a flow that is gone; sorted. */
    public List<String> stale(Collection<? extends Flow> flows) throws IOException {
        Map<String, String> today = files(flows);
        TreeSet<String> stale = new TreeSet<>(today.keySet());
        try (Stream<Path> present = Files.list(folder)) {
            for (Path file : present.filter(f -> f.toString().endsWith(".md")).toList()) {
                String name = file.getFileName().toString();
                stale.add(name);
                if (Files.readString(file).equals(today.get(name))) {
                    stale.remove(name);
                }
            }
        }
        return List.copyOf(stale);
    }

    private Map<String, String> files(Collection<? extends Flow> flows) {
        Map<String, String> files = new TreeMap<>();
        flows.forEach(flow -> files.put(flow.name() + ".md", FlowDiagram.markdown(flow, situation)));
        return files;
    }
}
