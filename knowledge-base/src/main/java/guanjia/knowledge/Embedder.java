package guanjia.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Turns text into vectors of length 1 with bge-small-zh-v1.5 (512 numbers; what exceeds 510 tokens isn't seen). Questions and imports have
 * threads of their own, so that a published handbook doesn't delay an answer by more than the processor's share. 2 to 5 ms a question,
 * 8 to 25 ms a section. Safe for use by many threads.
 */
final class Embedder implements AutoCloseable {
    /** Part of every stored vector's key: a new model or preparation makes old vectors unusable. */
    static final String MODEL = "bge-small-zh-v1.5-q/1";

    private static final int REMEMBERED = 1000;

    private final Future<SentenceModel> model;
    private final ExecutorService questions;
    private final ExecutorService imports;
    private final Recent<String, float[]> recent = new Recent<>(REMEMBERED);

    /** @param threads how many questions, and beside them texts of imports, are embedded at a time */
    Embedder(int threads) {
        this.questions = Executors.newFixedThreadPool(threads, named("knowledge-question"));
        this.imports = Executors.newFixedThreadPool(threads, named("knowledge-import"));
        this.model = imports.submit(SentenceModel::new); // loads while the application starts
    }

    /** A question's vector; the last {@value #REMEMBERED} different ones are remembered. */
    float[] question(String text) {
        return remembered(text, questions);
    }

    /** The same on the slow lane. */
    float[] imported(String text) {
        return remembered(text, imports);
    }

    private float[] remembered(String text, ExecutorService lane) {
        return recent.of(text, words -> await(lane.submit(() -> embed(words))));
    }

    /** The vector of each of these texts, on the slow lane. */
    Map<String, float[]> imported(List<String> texts) {
        Map<String, Future<float[]>> begun = new LinkedHashMap<>();
        texts.forEach(text -> begun.computeIfAbsent(text, each -> imports.submit(() -> embed(each))));
        Map<String, float[]> vectors = new LinkedHashMap<>();
        begun.forEach((text, vector) -> vectors.put(text, await(vector)));
        return vectors;
    }

    /** Cosine of two vectors of length 1. Four sums at a time: each addition would have to wait for the one before it. */
    static double cosine(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i < SentenceModel.LENGTH; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        return first + second + third + fourth;
    }

    @Override
    public void close() {
        questions.shutdown();
        imports.shutdown();
    }

    private float[] embed(String text) {
        float[] vector =
                await(model).embed(text.isBlank() ? "。" : text).content().vector();
        double length = Math.sqrt(cosine(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an embedding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The embedding model failed", e.getCause());
        }
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }
}
