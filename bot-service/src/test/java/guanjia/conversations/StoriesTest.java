package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.directory.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The stories beside the tests' resources: every word of the bot in them is what it says today. */
class StoriesTest {
    /** {@code -Dstories.write=true} writes the bot's lines anew; read the difference before it is checked in. */
    private static final boolean WRITE = Boolean.getBoolean("stories.write");

    @TestFactory
    Stream<DynamicContainer> everyStoryIsToldAsWritten() {
        return Arrays.stream(Language.values()).map(language -> {
            StoryFile file = StoryFile.read(language);
            if (WRITE) {
                file.write(file.stories().stream()
                        .map(story -> StoryTeller.tell(story, language))
                        .toList());
            }
            return DynamicContainer.dynamicContainer(
                    language.tag(), file.stories().stream().map(story -> told(story, language)));
        });
    }

    @Test
    void everyStoryIsToldInEveryLanguage() {
        List<Integer> counts = Arrays.stream(Language.values())
                .map(language -> StoryFile.read(language).stories().size())
                .distinct()
                .toList();
        assertThat(counts).as("stories a language").hasSize(1);
    }

    private static DynamicTest told(StoryFile.Story story, Language language) {
        return DynamicTest.dynamicTest(story.title(), () -> assertThat(
                        StoryTeller.tell(story, language).lines())
                .as("To take the bot's new words over: -Dtest=StoriesTest -Dstories.write=true")
                .isEqualTo(story.lines())
                .noneMatch(line -> line.startsWith(StoryTeller.WRONG)));
    }
}
