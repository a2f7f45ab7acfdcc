package guanjia.conversations;

import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import guanjia.knowledge.Handbooks;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Readings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The real knowledge base over a small Chinese handbook of both estates, read once for all tests of this JVM. */
final class StoryKnowledge {
    private static final AnnotationConfigApplicationContext CONTEXT = start();

    private StoryKnowledge() {}

    static KnowledgeBase base() {
        return CONTEXT.getBean(KnowledgeBase.class);
    }

    static Readings readings() {
        return CONTEXT.getBean(Readings.class);
    }

    private static AnnotationConfigApplicationContext start() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoDatabase.class, TestStores::freshDatabase);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.scan("guanjia.knowledge");
        context.refresh();
        Handbooks handbooks = context.getBean(Handbooks.class);
        handbooks.publish("yihe", "handbook.md", read("handbook.md"));
        handbooks.publish("xinghui", "handbook.md", read("handbook.md"));
        return context;
    }

    private static byte[] read(String name) {
        try (InputStream file = StoryKnowledge.class.getResourceAsStream("stories/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
