package guanjia.knowledge;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The library's bge-small-zh-v1.5, but each text on the thread that asks. The library's own session keeps a second thread waiting in a loop for
 * every text: measured on 2 busy cores, that takes twice the processor time (20 instead of 10 ms a section of 50 characters).
 */
final class SentenceModel extends AbstractInProcessEmbeddingModel {
    static final int LENGTH = 512;

    private static final String FILE = "/bge-small-zh-v1.5-q";

    private final OnnxBertBiEncoder encoder;

    SentenceModel() {
        super(Runnable::run);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream tokenizer = file("-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            OrtSession session = environment.createSession(bytes(".onnx"), options);
            this.encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model can't be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return LENGTH;
    }

    private static byte[] bytes(String ending) throws IOException {
        try (InputStream in = file(ending)) {
            return in.readAllBytes();
        }
    }

    private static InputStream file(String ending) {
        return Objects.requireNonNull(
                BgeSmallZhV15QuantizedEmbeddingModel.class.getResourceAsStream(FILE + ending),
                "The embedding model's file is missing");
    }
}
