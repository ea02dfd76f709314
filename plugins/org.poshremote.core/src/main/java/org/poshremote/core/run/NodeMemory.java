package org.poshremote.core.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What earlier runs found out about nodes, so that later ones need not try again. Thread-safe; no secrets. */
public interface NodeMemory {
    /**
     * What is known of a node.
     *
     * @param refusesUtf8 it answered fault 2150859072 to code page 65001
     * @param clrVersion  of its Windows PowerShell
     * @param signIn      what signed in last where the target left that open, in words: "NTLM, encrypted"
     */
    record Facts(boolean refusesUtf8, Optional<String> clrVersion, Optional<String> signIn) {
        public static final Facts NONE = new Facts(false, Optional.empty(), Optional.empty());

        public Facts withRefusesUtf8(boolean value) {
            return new Facts(value, clrVersion, signIn);
        }

        public Facts withClrVersion(Optional<String> value) {
            return new Facts(refusesUtf8, value, signIn);
        }

        public Facts withSignIn(String words) {
            return new Facts(refusesUtf8, clrVersion, Optional.of(words));
        }
    }

    /** @param address of the target, see {@link org.poshremote.core.target.Target#address()} */
    Facts facts(String address);

    /** Kept as well as can be: a failure to keep costs a request at the next run, nothing else. */
    void keep(String address, Facts facts);

    /** One that forgets when the process ends. */
    static NodeMemory ofThisProcess() {
        Map<String, Facts> all = new ConcurrentHashMap<>();
        return new NodeMemory() {
            @Override
            public Facts facts(String address) {
                return all.getOrDefault(address, Facts.NONE);
            }

            @Override
            public void keep(String address, Facts facts) {
                all.put(address, facts);
            }
        };
    }
}
