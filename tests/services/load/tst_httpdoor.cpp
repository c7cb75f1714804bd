// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/load/httpdoor.h>

#include <tests/services/runtime/faultplay.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;
using services::load::Answer;

namespace {

// Somebody in front of the shop, as the shoppers are.
class Visitor
{
public:
    explicit Visitor(const Fleet &fleet)
        : m_addresses(fleet.addressSource())
        , m_client({}, m_scope, m_timers)
        , m_door(m_client, *m_addresses, m_clock, fleet.blame())
    {
    }
    ~Visitor() { m_scope.cancel(); }
    Visitor(const Visitor &) = delete;
    Visitor &operator=(const Visitor &) = delete;

    Answer ask(std::chrono::milliseconds patience = 15s)
    {
        Request request;
        request.endpoint = {front, u"GET /ask/{id}"_s};
        request.path.insert(u"id"_s, u"1"_s);
        request.context.deadline = m_clock.now() + patience;
        return awaited(m_door.ask(std::move(request), {}));
    }
    // Asks until a request is marked so; false: none is.
    bool sees(const QString &word)
    {
        return turnUntil([&] {
            const auto answer = ask(300ms);
            return std::ranges::any_of(answer.remarks,
                                       [&](const auto &remark) { return remark.fault == word; });
        });
    }

private:
    services::contract::SystemClock m_clock;
    services::waiting::LoopTimers m_timers;
    services::waiting::WaitScope m_scope;
    std::unique_ptr<services::transport::AddressSource> m_addresses;
    services::transport::HttpClient m_client;
    services::load::HttpDoor m_door;
};

} // namespace

class TestHttpDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The whole shop is one process: nobody inside could mark anything.
    void marksWhyTheShopIsSilent_data()
    {
        QTest::addColumn<QString>("cause");
        for (const auto &cause :
             {u"crash:front"_s, u"crash-loop:front,after=50"_s, u"freeze:front"_s, u"refuse:front"_s,
              u"reset:front"_s, u"memory-leak:front,leak=256,limit=8"_s, u"bad-configuration:front"_s,
              u"crash:back"_s})
            QTest::newRow(qPrintable(cause)) << cause;
    }
    void marksWhyTheShopIsSilent()
    {
        QFETCH(QString, cause);
        Play play(monolith());
        Visitor visitor(*play.fleet);
        const auto well = visitor.ask();
        QVERIFY(well.reached && well.remarks.empty());
        play.inject(cause);
        QVERIFY(visitor.sees(cause.section(u':', 0, 0)));
    }

    void blamesNobodyElse()
    {
        Play play(microservices());
        Visitor visitor(*play.fleet);
        play.inject(u"crash:ear"_s);
        play.inject(u"clock-skew:front"_s); // silences nobody
        QVERIFY(play.fleet->crash(model::system::UnitId{u"front"_s})); // no fault
        const auto answer = visitor.ask();
        QVERIFY(!answer.reached);
        QVERIFY(answer.remarks.empty());
    }

    void marksOnceWhatItMeetsTwice()
    {
        Play play(microservices());
        Visitor visitor(*play.fleet);
        play.inject(u"reset:front"_s);
        Answer answer; // of two connections, both broken off
        QVERIFY(turnUntil([&] {
            answer = visitor.ask();
            return !answer.remarks.empty();
        }));
        QCOMPARE(answer.remarks.size(), std::size_t(1));
    }

    void marksTheInstanceThatWasAskedInVain()
    {
        auto packaging = microservices();
        packaging.units.front().instances = 2;
        Play play(packaging);
        Visitor visitor(*play.fleet);
        play.inject(u"reset:front#1"_s);
        bool isMarked = false;
        for (int i = 0; i < 4; ++i) {
            const auto answer = visitor.ask();
            QVERIFY(answer.reached); // the other one has answered
            isMarked = isMarked || !answer.remarks.empty();
        }
        QVERIFY(isMarked);
    }
};

QTEST_GUILESS_MAIN(TestHttpDoor)
#include "tst_httpdoor.moc"
