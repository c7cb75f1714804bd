// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/runtime/registry.h>
#include <services/transport/httpserver.h>
#include <services/waiting/looptimers.h>

#include <QTest>

#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using namespace services::runtime;
using namespace std::chrono_literals;
using model::system::CapabilityId;
using model::system::InstanceId;
using services::transport::HttpLimits;
using services::transport::HttpResponder;
using services::transport::HttpResponse;
using services::transport::HttpServer;
using tests::support::turnUntil;

namespace {

const CapabilityId catalogue{u"catalogue"_s};

// A registry with one server which says of itself what the test wants.
struct Town
{
    Town()
    {
        QObject::connect(&registry, &Registry::answered, &registry,
                         [this](const InstanceId &id) { news.append(id.value + u" answered"_s); });
        QObject::connect(&registry, &Registry::missed, &registry,
                         [this](const InstanceId &id) { news.append(id.value + u" missed"_s); });
    }
    ~Town() { scope.cancel(); }
    void answer(const HttpResponder &responder)
    {
        ++checks;
        HttpResponse response;
        response.status = checks == sickAt ? 500 : 200;
        response.body = R"({"instance":")" + name + R"("})";
        responder.respond(std::move(response));
    }
    std::shared_ptr<Target> add()
    {
        auto target = std::make_shared<Target>();
        target->instance = {u"catalogue-1"_s};
        target->address.port = server.port();
        registry.add(target, {catalogue});
        return target;
    }
    std::vector<std::shared_ptr<Target>> targets() const
    {
        return registry.board()->current()->targets.value(catalogue);
    }
    std::size_t listed() const { return targets().size(); }
    void checkSomeMore()
    {
        const int before = checks;
        QVERIFY(turnUntil([&] { return checks >= before + 3; }));
    }

    services::waiting::LoopTimers timers;
    services::waiting::WaitScope scope;
    services::transport::HttpClient client{{}, scope, timers};
    Registry registry{{20ms, 5s, 2}, client, scope, timers};
    QByteArray name = "catalogue-1";
    int checks = 0;
    int sickAt = 0;
    QStringList news;
    HttpServer server{HttpLimits{}, timers,
                      [this](const auto &, const HttpResponder &responder) { answer(responder); }};
};

// A second instance of the catalogue, always well.
struct Neighbour
{
    explicit Neighbour(Town &town)
        : m_town(town)
        , m_server(HttpLimits{}, town.timers, [](const auto &, const HttpResponder &responder) {
            HttpResponse response;
            response.body = R"({"instance":"catalogue-2"})";
            responder.respond(std::move(response));
        })
    {
    }
    std::shared_ptr<Target> add()
    {
        auto target = std::make_shared<Target>();
        target->instance = {u"catalogue-2"_s};
        target->address.port = m_server.listen(0).value();
        m_town.registry.add(target, {catalogue});
        return target;
    }

private:
    Town &m_town;
    HttpServer m_server;
};

} // namespace

class TestRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsWhoAnswers()
    {
        Town town;
        QVERIFY(town.server.listen(0));
        town.add();
        QCOMPARE(town.listed(), 0U);
        QVERIFY(turnUntil([&] { return town.listed() == 1; }));
        QCOMPARE(town.checks, 1); // at once, not after an interval
        town.checkSomeMore();
        QCOMPARE(town.news, QStringList{u"catalogue-1 answered"_s});
    }

    void doesNotTakeSomebodyElseForIt()
    {
        Town town;
        town.name = "orders-7";
        QVERIFY(town.server.listen(0));
        town.add();
        town.checkSomeMore();
        QCOMPARE(town.listed(), 0U);
        QCOMPARE(town.news, QStringList());
    }

    void forgivesOneMiss()
    {
        Town town;
        town.sickAt = 3;
        QVERIFY(town.server.listen(0));
        town.add();
        QVERIFY(turnUntil([&] { return town.checks >= 6; }));
        QCOMPARE(town.news, QStringList{u"catalogue-1 answered"_s});
        QCOMPARE(town.listed(), 1U);
    }

    void unlistsWhoDoesNotAnswerAndListsWhoIsBack()
    {
        Town town;
        Neighbour neighbour(town);
        const auto port = town.server.listen(0);
        QVERIFY(port);
        town.add();
        neighbour.add();
        QVERIFY(turnUntil([&] { return town.listed() == 2; }));
        town.server.reset();
        QVERIFY(turnUntil([&] { return town.listed() == 1; }));
        QCOMPARE(town.news.last(), u"catalogue-1 missed"_s);
        QVERIFY(town.server.listen(*port));
        QVERIFY(turnUntil([&] { return town.listed() == 2; }));
        QCOMPARE(town.news.size(), 4);
    }

    void keepsTheLastOneThoughItDoesNotAnswer()
    {
        Town town;
        Neighbour neighbour(town);
        QVERIFY(town.server.listen(0));
        const auto slow = town.add();
        QVERIFY(turnUntil([&] { return town.listed() == 1; }));
        town.server.reset();
        QVERIFY(turnUntil([&] { return town.news.contains(u"catalogue-1 missed"_s); }));
        QCOMPARE(town.targets(), std::vector{slow}); // slow or hung: nobody knows, and there is no other
        const auto well = neighbour.add();
        QVERIFY(turnUntil([&] { return town.targets() == std::vector{well}; }));
        town.registry.remove(well->instance);
        QCOMPARE(town.targets(), std::vector{slow});
        town.registry.remove(slow->instance);
        QCOMPARE(town.listed(), 0U);
    }

    void unlistsAtOnceWhatIsRemoved()
    {
        Town town;
        QVERIFY(town.server.listen(0));
        const auto target = town.add();
        QVERIFY(turnUntil([&] { return town.listed() == 1; }));
        QCOMPARE(town.registry.remove({u"catalogue-1"_s}), target);
        QCOMPARE(town.listed(), 0U);
        QVERIFY(!target->open);
        QVERIFY(!town.registry.remove({u"catalogue-1"_s}));
        QVERIFY(turnUntil([&] { return town.scope.isIdle(); })); // nobody checks it any more
    }

    void replacesAnEarlierIncarnation()
    {
        Town town;
        QVERIFY(town.server.listen(0));
        const auto earlier = town.add();
        QVERIFY(turnUntil([&] { return town.listed() == 1; }));
        const auto later = town.add();
        QVERIFY(!earlier->open);
        QVERIFY(turnUntil([&] { return town.listed() == 1; }));
        QCOMPARE(town.registry.board()->current()->targets.value(catalogue).front(), later);
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
