package guanjia.infra;

import java.util.function.Supplier;

/** Makes what operations changed durable before they are answered. Safe for use by many threads. */
interface Commits {
    /** Where nothing is to outlive the process. */
    Commits NONE = new Commits() {
        @Override
        public <T> T durably(Supplier<T> operation) {
            return operation.get();
        }

        @Override
        public <T> T wholly(Supplier<T> operation) {
            return operation.get();
        }
    };

    /** The operation's result, once it is durable; whatever the operation did before it failed is durable too. */
    <T> T durably(Supplier<T> operation);

    /** The same for an operation that drops or renames whole maps. */
    <T> T wholly(Supplier<T> operation);
}
