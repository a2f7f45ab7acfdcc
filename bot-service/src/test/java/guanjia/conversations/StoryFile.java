package guanjia.conversations;

import guanjia.directory.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The stories of one language: Markdown, a heading and a block of lines a story. What the bot says in it is written by the bot. */
record StoryFile(Language language, Path path, String title, List<Story> stories) {
    private static final Path FOLDER = Path.of("src/test/resources/guanjia/conversations/stories");

    /** One story. @param lines actions, and what was said to them when the file was written */
    record Story(String title, List<String> lines) {}

    static StoryFile read(Language language) {
        Path path = FOLDER.resolve(language.tag() + ".md");
        try {
            List<Story> stories = new ArrayList<>();
            String title = "";
            boolean inside = false;
            for (String line : Files.readAllLines(path)) {
                if (line.startsWith("# ")) {
                    title = line;
                } else if (line.startsWith("## ")) {
                    stories.add(new Story(line.substring(3), new ArrayList<>()));
                } else if (line.equals("```")) {
                    inside = !inside;
                } else if (inside) {
                    stories.getLast().lines().add(line);
                }
            }
            return new StoryFile(language, path, title, stories);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the stories as they are told today. */
    void write(List<Story> told) {
        StringBuilder text = new StringBuilder(title).append("\n");
        told.forEach(story -> text.append("\n## ")
                .append(story.title())
                .append("\n\n```\n")
                .append(String.join("\n", story.lines()))
                .append("\n```\n"));
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
