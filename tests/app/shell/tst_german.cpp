// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/consolepanel.h>
#include <app/inspector/inspectorpanel.h>
#include <app/inspector/logspage.h>
#include <app/journeys/journeyspanel.h>
#include <app/messages/messagespanel.h>
#include <app/sagas/sagapanel.h>
#include <app/session/language.h>
#include <app/shell/mainwindow.h>
#include <app/traces/followpage.h>
#include <app/traces/tracespanel.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <tests/app/shell/cutoff.h>
#include <tests/app/shell/letters.h>
#include <tests/app/shell/pages.h>
#include <tests/app/shell/windowwords.h>
#include <tests/support/shop.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace app::shell;
using tests::shell::outermostTabs;
using tests::shell::turn;

namespace {

constexpr int patience = 60'000; // only bounds a test that hangs
constexpr auto figuresEvery = 500ms; // as the window shows them
constexpr int both = 2; // of what requests can be sent to

LiveShop::Plan plan()
{
    const tests::support::Shop shop;
    return {shop.system, shop.shapes(), 60};
}

} // namespace

// The real window with both shops behind it, in German, on a small screen.
class TestGerman : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::installTranslator(&m_untranslated);
        m_language.speak(u"de"_s);
        m_appearance = std::make_unique<app::style::Appearance>(*qApp);
        m_shop = std::make_unique<LiveShop>(plan());
        m_window = std::make_unique<MainWindow>(*m_shop, *m_appearance, app::session::Settings());
        m_window->setWindowState(Qt::WindowNoState);
        m_window->QWidget::show();
        m_window->resize(1280, 720);
        m_shop->start();
        QTRY_VERIFY_WITH_TIMEOUT(areAllUp(), patience);
        watch();
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_shop.reset();
        m_appearance.reset();
    }

    void everyWordIsGerman()
    {
        crashCatalogueOf(u"monolith"_s);
        m_shop->liftAll();
        walk([] {});
        for (const auto &asked : m_untranslated.asked())
            qWarning("%s", qPrintable(asked));
        QCOMPARE(m_untranslated.asked().size(), 0);
    }

    // Nor in what the services say of a failure, and the shop's file of itself.
    void noEnglishOfTheShopOrTheServicesIsLeft()
    {
        crashCatalogueOf(u"microservices"_s);
        send(both);
        sendSeries();
        const auto english = tests::shell::englishOf(tests::support::Shop().system);
        QSet<QString> seen;
        QStringList left;
        const auto look = [&] {
            for (const auto &words : tests::shell::wordsOf(*m_window)) {
                if (!seen.contains(words) && english.match(words).hasMatch())
                    left << words;
                seen.insert(words);
            }
        };
        walk(look, [this] { waitForWhatComes(); });
        m_shop->liftAll();
        send(both - 1);
        for (const auto &words : left)
            qWarning("%s", qPrintable(words));
        QCOMPARE(left.size(), 0);
        QVERIFY2(seen.size() > 500, qPrintable(QString::number(seen.size())));
    }

    void noWordIsCutOff()
    {
        QCOMPARE(m_window->size(), QSize(1280, 720));
        QStringList cut;
        walk([&] { cut << tests::shell::cutOff(*m_window); });
        cut.removeDuplicates();
        for (const auto &words : cut)
            qWarning("%s", qPrintable(words));
        QCOMPARE(cut.size(), 0);
    }

    void noLetterMeansTwoThings()
    {
        chooseUnit();
        m_window->findChild<QTabWidget *>()->setCurrentIndex(1);
        const auto letters = tests::shell::lettersOf(*m_window);
        QCOMPARE(letters.shared, QStringList());
        QVERIFY(letters.taken.size() > 5);
    }

    void theMenuKeepsTheChoiceForTheNextStart()
    {
        QAction *english = nullptr;
        for (auto *action : m_window->findChildren<QAction *>()) {
            if (action->text() == u"English")
                english = action;
        }
        QVERIFY(english != nullptr && !english->isChecked());
        english->trigger();
        QCOMPARE(m_window->settings().language, u"en"_s);
    }

private:
    // Whether a label that is seen begins and ends so.
    bool shows(const QString &begin, const QString &end) const
    {
        return std::ranges::any_of(m_window->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(begin) && label->text().endsWith(end);
        });
    }
    bool areAllUp() const { return shows(u"● Beide Systeme laufen in diesem Fenster"_s, {}); }

    void crashCatalogueOf(const QString &packaging)
    {
        QTRY_VERIFY_WITH_TIMEOUT(areAllUp(), patience);
        model::operation::Fault crash;
        crash.target
            = {model::system::CapabilityId{u"catalogue"_s}, 0, model::system::PackagingId{packaging}};
        m_shop->inject(crash);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"◐ "_s, u" Instanzen laufen"_s), patience);
    }

    template<typename Widget>
    Widget *ofConsole(const QString &name, QString (Widget::*nameOf)() const) const
    {
        const auto widgets = m_window->findChild<app::console::ConsolePanel *>()->findChildren<Widget *>();
        const auto found = std::ranges::find(widgets, name, nameOf);
        if (found == widgets.end())
            qFatal("Nothing in the console is called %s", qPrintable(name));
        return *found;
    }
    // What the console has written, to one shape or to both, until it is answered.
    void send(int target)
    {
        ofConsole<QComboBox>(u"Architektur"_s, &QComboBox::accessibleName)->setCurrentIndex(target);
        m_replies = 0;
        ofConsole<QPushButton>(u"Sen&den"_s, &QPushButton::text)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_replies, target == both ? 2 : 1, patience);
    }
    void sendSeries()
    {
        ofConsole<QSpinBox>(u"Anfragen insgesamt"_s, &QSpinBox::accessibleName)->setValue(2);
        m_replies = 0;
        ofConsole<QPushButton>(u"Viele senden"_s, &QPushButton::text)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_replies, 4, patience); // of both shapes
    }

    void chooseUnit()
    {
        for (auto *pane : m_window->findChildren<app::graph::GraphPane *>()) {
            QTRY_VERIFY_WITH_TIMEOUT(!pane->view().scene().isEmpty(), patience);
            pane->view().choose(pane->view().scene().targets().front());
        }
    }

    // Counts what the pages ask the shops, and the answers, once the window has shown them.
    void watch()
    {
        connect(m_shop.get(), &LiveShop::snapshotTaken, this,
                [this](const services::platform::Snapshot &snapshot) { m_newest = snapshot.at; });
        const auto count = [this](auto *who, int &number, auto... what) {
            (connect(who, what, this, [counter = &number] { ++*counter; }), ...);
        };
        using app::sagas::SagaPanel;
        using app::traces::TracesPanel;
        count(m_window->findChild<TracesPanel *>(), m_asked, &TracesPanel::tracesWanted,
              &TracesPanel::traceWanted);
        count(m_window->findChild<SagaPanel *>(), m_asked, &SagaPanel::ordersWanted, &SagaPanel::lifeWanted);
        count(m_window->findChild<app::messages::MessagesPanel *>(), m_asked,
              &app::messages::MessagesPanel::peekWanted);
        count(m_window->findChild<app::inspector::InspectorPanel *>(), m_asked,
              &app::inspector::InspectorPanel::dataWanted);
        count(m_window->findChild<app::inspector::LogsPage *>(), m_asked, &app::inspector::LogsPage::wanted);
        count(m_shop.get(), m_answered, &LiveShop::tracesRead, &LiveShop::traceRead, &LiveShop::tracesUnread,
              &LiveShop::ordersRead, &LiveShop::lifeRead, &LiveShop::ordersUnread, &LiveShop::messagesSeen,
              &LiveShop::messagesUnseen, &LiveShop::dataRead, &LiveShop::dataUnread, &LiveShop::logsRead,
              &LiveShop::logsUnread);
        count(m_shop.get(), m_replies, &LiveShop::answered, &LiveShop::unanswered);
    }

    // Until the window has shown what runs, and what its page asked for, and what it asked for then.
    void waitForWhatComes()
    {
        const auto since = m_newest;
        QTRY_VERIFY_WITH_TIMEOUT(m_newest - since >= figuresEvery, patience);
        for (int question = 0; question < 2; ++question) {
            const int asked = m_asked;
            QTRY_VERIFY_WITH_TIMEOUT(m_answered >= asked, patience);
        }
    }

    // Every page below the graphs and of the inspector, and those in them, with nothing and with each kind of
    // thing selected, and a request that is followed. `arrive` comes before the look at a page; what is on
    // those in it is there then.
    template<typename Look>
    void walk(
        Look look, const std::function<void()> &arrive = [] {})
    {
        arrive();
        look();
        chooseUnit();
        for (auto *tabs : outermostTabs(*m_window)) {
            turn(*tabs, [&](const QWidget &page) {
                arrive();
                look();
                for (auto *inside : outermostTabs(page))
                    turn(*inside, [&](const QWidget &) { look(); });
            });
        }
        const auto see = [&] {
            QApplication::processEvents();
            arrive();
            look();
        };
        tests::shell::chooseOthers(*m_window, see);
        followOne(see);
    }
    template<typename See>
    void followOne(See see)
    {
        auto *traces = m_window->findChild<app::traces::TracesPanel *>();
        Q_EMIT m_window->findChild<app::journeys::JourneysPanel *>()->traceWanted(1, {u"browse"_s});
        const auto &story = traces->story();
        QTRY_VERIFY_WITH_TIMEOUT(story.isVisible() && !story.tale().steps.empty(), patience);
        see();
        traces->leaveStory();
        for (auto *tabs : outermostTabs(*m_window))
            tabs->setCurrentIndex(0);
    }

    tests::shell::Untranslated m_untranslated;
    app::session::Language m_language;
    std::unique_ptr<app::style::Appearance> m_appearance;
    std::unique_ptr<LiveShop> m_shop;
    std::unique_ptr<MainWindow> m_window;
    model::telemetry::Instant m_newest; // snapshot that was shown
    int m_asked = 0;
    int m_answered = 0;
    int m_replies = 0; // to what the console has sent
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
