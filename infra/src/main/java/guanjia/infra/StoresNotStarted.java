package guanjia.infra;

/** The embedded stores can't run here. The message is one sentence for the person who started this process. */
public final class StoresNotStarted extends RuntimeException {
    StoresNotStarted(String message) {
        super(message);
    }

    StoresNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
