package guanjia.infra;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * A document as it stands in the file: encoded when it is written, so that what can't be encoded fails its own command and not a later commit,
 * and decoded when it is first read. Never changed: who changes a document changes a copy.
 */
final class StoredDocument {
    private static final int TOO_LARGE = 10334;

    private final byte[] bson;
    private volatile @Nullable Document decoded;

    private StoredDocument(byte[] bson, @Nullable Document decoded) {
        this.bson = bson;
        this.decoded = decoded;
    }

    /** @throws MongoServerError if it is longer than MongoDB takes */
    static StoredDocument of(Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        if (buffer.writerIndex() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge", "the document is larger than 16 MB");
        }
        return new StoredDocument(Arrays.copyOf(buffer.array(), buffer.writerIndex()), document);
    }

    Document document() {
        Document known = decoded;
        if (known == null) {
            known = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
            decoded = known;
        }
        return known;
    }

    /** How the store reads, writes and weighs these. */
    static final class Type extends BasicDataType<StoredDocument> {
        /** A decoded document takes about four times its encoded length in memory (counted on chat messages). */
        private static final int WEIGHT = 5;

        @Override
        public int getMemory(StoredDocument stored) {
            return 64 + WEIGHT * stored.bson.length;
        }

        @Override
        public void write(WriteBuffer out, StoredDocument stored) {
            out.putVarInt(stored.bson.length).put(stored.bson);
        }

        @Override
        public StoredDocument read(ByteBuffer in) {
            byte[] bson = new byte[DataUtils.readVarInt(in)];
            in.get(bson);
            return new StoredDocument(bson, null);
        }

        @Override
        public StoredDocument[] createStorage(int size) {
            return new StoredDocument[size];
        }
    }
}
