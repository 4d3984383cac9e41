package jp.shikaku.local.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.SecretFile;

/**
 * Stands in for the identity provider on one machine: a key pair made once, and bearer tokens signed with it (RS256, which
 * the services accept without being told).
 */
public final class LocalIdentity {

    public static final String ISSUER = "https://identity.shikaku.local";
    public static final String AUDIENCE = "shikaku";

    private static final String PRIVATE_KEY = "private-key.pem";
    private static final String PUBLIC_KEY = "public-key.pem";
    private static final int KEY_BITS = 2048;
    private static final int PEM_COLUMNS = 64;

    private final Path keys;
    private final PrivateKey privateKey;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    private LocalIdentity(Path keys, PrivateKey privateKey, Clock clock) {
        this.keys = keys;
        this.privateKey = privateKey;
        this.clock = clock;
    }

    /**
     * The identity kept in {@code folder}; its keys are made when they do not exist.
     *
     * @throws LocalException when the folder cannot be written or holds a broken key
     */
    public static LocalIdentity in(Path folder) {
        return in(folder, Clock.systemUTC());
    }

    public static LocalIdentity in(Path folder, Clock clock) {
        try {
            var keys = Folders.complete(folder.toAbsolutePath().resolve("keys"), LocalIdentity::generate);
            return new LocalIdentity(keys, read(keys.resolve(PRIVATE_KEY)), clock);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LocalException(
                    "The signing key in " + folder + " cannot be used: " + e.getMessage(),
                    "Delete that folder and start again; tokens made before will no longer be accepted.",
                    e);
        }
    }

    /**
     * Mints a token of the party itself.
     *
     * @param id the number or name of who signs in; checked as {@code role} demands
     * @param validFor how long the token is accepted; negative for one that has expired already
     * @throws IllegalArgumentException when nobody of this role can have this id
     */
    public String token(Role role, String id, Duration validFor) {
        var checked = role.checked(id);
        return token(role, checked, role.wireName() + ":" + checked, validFor);
    }

    /**
     * Mints a token of one person among those who act for the party.
     *
     * @param person 1 to 64 letters, digits, dots, dashes or underscores
     * @throws IllegalArgumentException when nobody of this role can have this id, or nobody can be called this
     */
    public String tokenOf(String person, Role role, String id, Duration validFor) {
        var checked = role.checked(id);
        return token(role, checked, role.wireName() + ":" + checked + ":" + Role.name(person), validFor);
    }

    private String token(Role role, String id, String subject, Duration validFor) {
        var now = clock.instant();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", subject);
        claims.put("upn", subject);
        claims.put("groups", List.of(role.wireName()));
        claims.put(role.claim(), id);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(validFor).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return sign(claims);
    }

    /** The public key, as a PEM file. */
    public Path publicKey() {
        return keys.resolve(PUBLIC_KEY);
    }

    /** The private key, as a PEM file: for services of this machine, at whose pages people sign in as they like. */
    public Path privateKey() {
        return keys.resolve(PRIVATE_KEY);
    }

    private String sign(Map<String, Object> claims) {
        try {
            var content = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("Every JDK can sign with RSA and SHA-256", e);
        }
    }

    private String part(Map<String, Object> content) throws JsonProcessingException {
        return encode(json.writeValueAsBytes(content));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void generate(Path folder) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            var pair = generator.generateKeyPair();
            Files.createDirectory(folder);
            SecretFile.write(
                    folder.resolve(PRIVATE_KEY),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(
                    folder.resolve(PUBLIC_KEY),
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK can make an RSA key", e);
        }
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        var body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static String pem(String label, byte[] key) {
        var lines = Base64.getMimeEncoder(PEM_COLUMNS, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
