package guanjia.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/**
 * A running product with a fake Telegram and a crowd that has said its first words. Ends all that and clears its folder away when closed.
 *
 * @param seed of everything random in it
 */
record Stage(Path folder, Crowd crowd, FakeTelegram telegram, Product product, Load load, long seed)
        implements AutoCloseable {
    /** First words at a time: more than the product can do at once, so that it gets warm quickly. */
    private static final int BEGINNERS = 32;

    /** @param residents how many @param settings of the product, beside the usual ones */
    static Stage open(String name, int residents, Map<String, String> settings) {
        Path folder = Repository.freshFolder(name);
        long seed = Long.getLong("seed", System.nanoTime());
        Crowd crowd = new Crowd(residents, new Random(seed));
        FakeTelegram telegram = new FakeTelegram(crowd::hear);
        Product product = new Product(folder, telegram, settings);
        Stage stage = new Stage(
                folder,
                crowd,
                telegram,
                product,
                new Load(crowd, new Webhook(product.port(), "/webhooks/telegram")),
                seed);
        try {
            say("%s: seed %d, ready in %.1f s", name, seed, product.start().toMillis() / 1e3);
            stage.load.begin(BEGINNERS);
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    static void say(String line, Object... values) {
        System.out.println(String.format(java.util.Locale.ROOT, line, values));
    }

    @Override
    public void close() {
        try {
            product.close();
        } finally {
            telegram.close();
            Repository.deleteAll(folder);
        }
    }
}
