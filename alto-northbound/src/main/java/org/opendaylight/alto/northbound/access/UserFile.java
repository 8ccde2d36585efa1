/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * A file of users, see {@link UserLines}, which is looked at again and again. A file that is good has an effect when it
 * is first seen. One that is wrong, or gone, is so only when it is seen in the same state twice in a row: until then,
 * somebody may be writing it. If one line is wrong, the whole file has no effect. For several threads at once.
 */
public final class UserFile {
    private static final int MAX_BYTES = 1 << 20;

    private final Path file;
    private volatile State state = new State(Collections.emptySortedMap(), List.of());
    // guarded by this: as it was last seen
    private State seen = state;

    /**
     * What counts.
     *
     * @param users the users by name, of the last good state of the file
     * @param problems what is wrong with the file now; each names the file
     */
    private record State(SortedMap<String, User> users, List<String> problems) {
    }

    /**
     * Reads the file if it is there.
     *
     * @param file where the users are; need not exist
     */
    public UserFile(final Path file) {
        this.file = file;
        poll();
    }

    /**
     * Returns the users.
     *
     * @return user by name; immutable
     */
    public SortedMap<String, User> users() {
        return state.users;
    }

    /**
     * Returns what is wrong with the file.
     *
     * @return a text for each line that cannot be read, with the file and the number of the line
     */
    public List<String> problems() {
        return state.problems;
    }

    /**
     * Looks at the file.
     *
     * @return whether users or problems are others than before
     */
    public synchronized boolean poll() {
        final var before = state;
        State now;
        boolean good = false;
        try {
            final var lines = UserLines.parse(read());
            good = lines.problems().isEmpty();
            now = good ? new State(lines.users(), List.of()) : wrong(lines);
        } catch (NoSuchFileException e) {
            now = new State(Collections.emptySortedMap(), List.of());
        } catch (CharacterCodingException e) {
            now = new State(before.users, List.of(file + ": this is not text in UTF-8"));
        } catch (IOException e) {
            now = new State(before.users, List.of(file + ": " + e.getMessage()));
        }
        if (good || now.equals(seen)) {
            state = now;
        }
        seen = now;
        return !state.equals(before);
    }

    private State wrong(final UserLines lines) {
        return new State(state.users, lines.problems().stream().map(problem -> file + ", " + problem).toList());
    }

    /**
     * Writes a user into the file, in the place of the one of that name if there is one.
     *
     * @param user the user
     * @return whether there was one of that name
     * @throws IOException if the file cannot be read or written, or has lines that cannot be read; names them
     */
    public synchronized boolean put(final User user) throws IOException {
        final var lines = readable();
        write(lines.with(user));
        return lines.users().containsKey(user.name());
    }

    /**
     * Takes a user out of the file.
     *
     * @param name the user
     * @return false if there is no such user
     * @throws IOException if the file cannot be read or written, or has lines that cannot be read; names them
     */
    public synchronized boolean remove(final String name) throws IOException {
        final var lines = readable();
        final boolean there = lines.users().containsKey(name);
        if (there) {
            write(lines.without(name));
        }
        return there;
    }

    private UserLines readable() throws IOException {
        UserLines lines;
        try {
            lines = UserLines.parse(read());
        } catch (NoSuchFileException e) {
            lines = UserLines.parse("");
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": this is not text in UTF-8", e);
        }
        if (!lines.problems().isEmpty()) {
            throw new IOException(file + ", " + lines.problems().getFirst());
        }
        return lines;
    }

    private String read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            final var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    /** Writes the file at once, for its owner only. */
    private void write(final UserLines lines) throws IOException {
        final var absolute = file.toAbsolutePath();
        final var folder = absolute.getParent();
        if (folder == null) {
            throw new IOException(file + " is not the name of a file");
        }
        final var written = Files.createTempFile(folder, ".alto-users", "");
        try {
            // createTempFile lets nobody else read it where the file system knows of owners
            Files.writeString(written, lines.text());
            Files.move(written, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
        poll();
    }
}
