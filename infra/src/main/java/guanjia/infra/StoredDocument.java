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

/**
 * A document as it stands in the file: encoded when it is written, so that what can't be encoded fails its own command and not a later commit,
 * and decoded anew for each reader. Decoded documents take four times the memory in a hundred objects each, which the collector would have
 * to move and visit again and again as long as their page is in the cache; to decode one takes some microseconds.
 */
final class StoredDocument {
    private static final int TOO_LARGE = 10334;

    private final byte[] bson;

    private StoredDocument(byte[] bson) {
        this.bson = bson;
    }

    /** @throws MongoServerError if it is longer than MongoDB takes */
    static StoredDocument of(Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        if (buffer.writerIndex() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge", "the document is larger than 16 MB");
        }
        return new StoredDocument(Arrays.copyOf(buffer.array(), buffer.writerIndex()));
    }

    /** @param bson an encoded document, from the file or its journal */
    static StoredDocument encoded(byte[] bson) {
        return new StoredDocument(bson);
    }

    byte[] bson() {
        return bson;
    }

    /** A copy of its own for the caller. */
    Document document() {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    /** How the store reads, writes and weighs these. */
    static final class Type extends BasicDataType<StoredDocument> {
        @Override
        public int getMemory(StoredDocument stored) {
            return 64 + stored.bson.length;
        }

        @Override
        public void write(WriteBuffer out, StoredDocument stored) {
            out.putVarInt(stored.bson.length).put(stored.bson);
        }

        @Override
        public StoredDocument read(ByteBuffer in) {
            byte[] bson = new byte[DataUtils.readVarInt(in)];
            in.get(bson);
            return encoded(bson);
        }

        @Override
        public StoredDocument[] createStorage(int size) {
            return new StoredDocument[size];
        }
    }
}
