/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opendaylight.alto.core.service.ReaderAccess;
import org.opendaylight.alto.northbound.access.AccessSettings;
import org.opendaylight.alto.northbound.access.Authenticator;
import org.opendaylight.alto.northbound.access.AuthorizationHeader;
import org.opendaylight.alto.northbound.access.Identity;
import org.opendaylight.alto.northbound.access.Nonces;
import org.opendaylight.alto.northbound.access.RequestPath;
import org.opendaylight.alto.northbound.access.User;
import org.opendaylight.alto.northbound.access.UserFile;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.spi.Reader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who may read, by settings and a file of users. Not the filter itself: its settings would be the filter's
 * properties, and the web server would take it out and in again with each change of them.
 */
@Component(service = { ReaderAccess.class, AccessControl.class }, configurationPid = "org.opendaylight.alto.access")
@Designate(ocd = AccessControl.Configuration.class)
public final class AccessControl implements ReaderAccess {
    private static final Logger LOG = LoggerFactory.getLogger(AccessControl.class);
    private static final String FILE = "alto-users";
    /** The uses of so many nonces are remembered; each takes some 150 bytes. */
    private static final int NONCES = 10_000;
    private static final int HEADER_TOO_LARGE = 431;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
        new ThreadFactoryBuilder().setNameFormat("alto-access-%d").setDaemon(true).build());
    private final Path path;
    private final UserFile users;
    private final Clock clock;

    private volatile Access access = new Access(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What counts.
     *
     * @param settings the last good settings; empty if there were none
     * @param authenticator finds out who sends a request, if there are settings
     * @param problem what is wrong with the settings now
     */
    private record Access(Optional<AccessSettings> settings, Optional<Authenticator> authenticator,
            Optional<String> problem) {
    }

    /**
     * A client that was let pass.
     *
     * @param control decides
     * @param user who it has proven to be; empty if everybody might read
     * @param place the path of its request below the directory
     */
    private record Admitted(AccessControl control, Optional<User> user, String place) implements Reader {
        @Override
        public boolean mayRead(final String path) {
            return control.mayRead(this, path);
        }

        @Override
        public String toString() {
            return user.map(proven -> "User " + proven.name()).orElse("A client without a user");
        }
    }

    /** The settings of {@code etc/org.opendaylight.alto.access.cfg}. */
    @ObjectClassDefinition(name = "ALTO access")
    public @interface Configuration {
        /**
         * Returns who may read.
         *
         * @return a word
         */
        @AttributeDefinition(name = "access", options = { @Option("open"), @Option("authenticated") },
            description = "Whether everybody may read, or users only, who prove who they are by Basic or Digest")
        String access() default "open";

        /**
         * Returns which roles may read what.
         *
         * @return a list of rules
         */
        @AttributeDefinition(name = "rules", description = "Rules 'PATTERN: ROLE, ROLE' with semicolons between them; "
            + "the first whose pattern fits the path below /alto decides, and the rest is for every user")
        String rules() default "";

        /**
         * Returns how long a client may use what it got for Digest.
         *
         * @return a number of seconds
         */
        @AttributeDefinition(name = "nonce-lifetime-seconds", min = "10", max = "86400",
            description = "How long a nonce for Digest can be used, in seconds")
        int nonce$_$lifetime$_$seconds() default 300;
    }

    /**
     * Starts to look at requests.
     *
     * @param properties the settings by name
     */
    @Activate
    public AccessControl(final Map<String, Object> properties) {
        this(Path.of(System.getProperty("karaf.etc", "etc")).resolve(FILE), Clock.systemUTC(), properties);
        executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Looks at the file of users only when told to. */
    AccessControl(final Path path, final Clock clock, final Map<String, Object> properties) {
        this.path = path;
        this.clock = clock;
        users = new UserFile(path);
        modified(properties);
        tellProblems();
    }

    /**
     * Takes other settings up. Wrong ones are refused, and those from before count.
     *
     * @param properties the settings by name
     */
    @Modified
    void modified(final Map<String, Object> properties) {
        final AccessSettings settings;
        try {
            settings = AccessSettings.parse(properties);
        } catch (IllegalArgumentException e) {
            final var before = access;
            final var problem = String.valueOf(e.getMessage());
            access = new Access(before.settings, before.authenticator, Optional.of(problem));
            LOG.warn("org.opendaylight.alto.access: {}; {}", problem, before.settings.isPresent()
                ? "the settings from before count" : "nobody can read until that is corrected");
            return;
        }
        access = new Access(Optional.of(settings), Optional.of(new Authenticator(
            name -> Optional.ofNullable(users.users().get(name)), new Nonces(clock, settings.nonceLifetime(), NONCES))),
            Optional.empty());
        if (settings.authenticated()) {
            LOG.info("Users only may read ALTO: {} of them, {} rules", users.users().size(),
                settings.rules().rules().size());
        } else {
            LOG.info("Everybody may read ALTO");
        }
    }

    /** Looks at the file of users. */
    void look() {
        if (users.poll()) {
            LOG.info("Read {}: {} users", path, users.users().size());
            tellProblems();
        }
    }

    private void tellProblems() {
        users.problems().forEach(problem -> LOG.warn("{}; the users from before count", problem));
    }

    /**
     * Looks at a request.
     *
     * @param request the request
     * @param response the answer; is written if the request may not pass
     * @return who sent it; empty if the request may not pass
     * @throws IOException if the client is gone
     */
    Optional<Reader> admit(final HttpServletRequest request, final HttpServletResponse response) throws IOException {
        final var now = access;
        if (now.settings.isEmpty() || now.authenticator.isEmpty()) {
            ProblemAnswer.write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Service Unavailable",
                "The settings for access are wrong");
            return Optional.empty();
        }
        final var settings = now.settings.orElseThrow();
        return settings.authenticated() ? admit(settings, now.authenticator.orElseThrow(), request, response)
            : Optional.of(new Admitted(this, Optional.empty(), ""));
    }

    /** Returns who may read, or answers. */
    private Optional<Reader> admit(final AccessSettings settings, final Authenticator authenticator,
            final HttpServletRequest request, final HttpServletResponse response) throws IOException {
        final var headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.stream().anyMatch(value -> value.length() > AuthorizationHeader.MAX_LENGTH)) {
            ProblemAnswer.write(response, HEADER_TOO_LARGE, "Request Header Fields Too Large",
                "Authorization has more than " + AuthorizationHeader.MAX_LENGTH + " characters");
            return Optional.empty();
        }
        final var uri = request.getRequestURI();
        final var query = request.getQueryString();
        return switch (authenticator.identify(request.getMethod(), query == null ? uri : uri + "?" + query, headers)) {
            case Identity.Proven proven -> permit(settings, proven.user(), uri, response);
            case Identity.Unproven unproven -> {
                authenticator.challenges(unproven.stale())
                    .forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
                ProblemAnswer.write(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized", unproven.why());
                yield Optional.empty();
            }
        };
    }

    private Optional<Reader> permit(final AccessSettings settings, final User user, final String uri,
            final HttpServletResponse response) throws IOException {
        final var below = RequestPath.below(ResourceCatalog.CONTEXT_PATH, uri);
        if (below.isEmpty()) {
            ProblemAnswer.write(response, HttpServletResponse.SC_BAD_REQUEST, "Bad Request",
                "The path can be understood in two ways");
            return Optional.empty();
        }
        if (settings.rules().allow(below.orElseThrow(), user.roles())) {
            return Optional.of(new Admitted(this, Optional.of(user), below.orElseThrow()));
        }
        LOG.debug("User {} may not read {}", user.name(), below.orElseThrow());
        ProblemAnswer.write(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden",
            "User " + user.name() + " has no role that may read this");
        return Optional.empty();
    }

    /** Decides as if the client sent its request once more: with the same password, by the rules and roles of now. */
    private boolean mayRead(final Admitted client, final String wanted) {
        final var settings = access.settings;
        if (settings.isEmpty() || !settings.orElseThrow().authenticated()) {
            return settings.isPresent();
        }
        final var rules = settings.orElseThrow().rules();
        return client.user.flatMap(user -> Optional.ofNullable(users.users().get(user.name()))
            .filter(now -> now.sha256().equals(user.sha256())))
            .filter(now -> rules.allow(client.place, now.roles()) && rules.allow(wanted, now.roles())).isPresent();
    }

    /** Ends the thread that looks at the file. */
    @Deactivate
    void deactivate() {
        executor.shutdownNow();
    }

    @Override
    public State state() {
        final var now = access;
        final var problems = new ArrayList<String>();
        now.problem.ifPresent(problem -> problems.add("etc/org.opendaylight.alto.access.cfg, " + problem));
        problems.addAll(users.problems());
        return new State(now.settings.map(settings -> settings.authenticated() ? "authenticated" : "open")
            .orElse("refused"), now.settings.map(settings -> settings.rules().rules().stream()
                .map(Object::toString).toList()).orElse(List.of()), path.toString(), problems);
    }

    @Override
    public List<Account> accounts() {
        return users.users().values().stream().map(user -> new Account(user.name(), user.roles())).toList();
    }

    @Override
    public boolean put(final String name, final Set<String> roles, final String password) throws IOException {
        return users.put(User.of(name, roles, password));
    }

    @Override
    public boolean remove(final String name) throws IOException {
        return users.remove(name);
    }
}
