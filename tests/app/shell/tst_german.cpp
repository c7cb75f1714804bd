// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/language.h>
#include <app/shell/mainwindow.h>
#include <app/wording/servicetemplates.h>
#include <app/wording/systemtexts.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMutex>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

#include <tests/app/shell/cutoff.h>
#include <tests/app/shell/letters.h>
#include <tests/support/shop.h>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace app::shell;

namespace {

LiveShop::Plan plan()
{
    const tests::support::Shop shop;
    return {shop.system, shop.shapes(), 60};
}

// Asked last: knows no words, and notes for which of ours it was asked. Threads of the shops ask as well.
class Untranslated : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QByteArray place(context);
        if (place.startsWith("app::") || place.startsWith("model::") || place.startsWith("services")
            || place == "systems") {
            const QMutexLocker lock(&m_mutex);
            m_asked.insert(QString::fromUtf8(place + ": " + source));
        }
        return {};
    }
    QStringList asked() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked.values();
    }

private:
    mutable QMutex m_mutex;
    mutable QSet<QString> m_asked;
};

// What a person reads or hears of it.
void read(QAccessibleInterface *part, QStringList &words)
{
    constexpr int mostChildren = 2000;
    if (part == nullptr || !part->isValid() || part->state().invisible)
        return;
    if (part->role() == QAccessible::EditableText && part->state().readOnly)
        return; // as it came over the wire
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
        words << part->text(kind);
    for (int child = 0; child < std::min(part->childCount(), mostChildren); ++child)
        read(part->child(child), words);
}

QStringList wordsOf(const QWidget &window)
{
    QStringList words;
    read(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&window)), words);
    for (const auto *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible())
            words << widget->toolTip();
    }
    words.removeDuplicates();
    return words;
}

// The English of the shop's file and of the services, as far as German says it otherwise.
QRegularExpression englishOf(const model::system::System &system)
{
    QStringList texts{system.title};
    for (const auto &team : system.teams)
        texts << team.title;
    for (const auto &topic : system.topics)
        texts << topic.summary;
    for (const auto &journey : system.journeys)
        texts << journey.title;
    for (const auto &capability : system.capabilities) {
        texts << capability.title << capability.purpose;
        for (const auto &endpoint : capability.endpoints)
            texts << endpoint.summary;
    }
    texts.removeIf([](const QString &text) { return app::wording::spoken(text) == text; });
    constexpr qsizetype telling = 12; // letters in a row, of what services say
    for (const char *said : app::wording::serviceTemplates()) {
        for (const auto &piece : QString::fromUtf8(said).split(QRegularExpression(u"%\\d"_s)))
            texts << (piece.size() >= telling ? piece.trimmed() : QString());
    }
    texts.removeAll(QString());
    for (auto &text : texts)
        text = QRegularExpression::escape(text);
    return QRegularExpression(u"(?<![\\w/])(?:%1)(?!\\w)"_s.arg(texts.join(u'|')));
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
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"● Beide Systeme laufen in diesem Fenster"_s), 60'000);
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_shop.reset();
        m_appearance.reset();
    }

    void everyWordIsGerman()
    {
        model::operation::Fault crash;
        crash.target
            = {model::system::CapabilityId{u"catalogue"_s}, 0, model::system::PackagingId{u"monolith"_s}};
        m_shop->inject(crash);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"◐ "_s), 20'000);
        m_shop->liftAll();
        walk([](const QWidget &) {});
        for (const auto &asked : m_untranslated.asked())
            qWarning("%s", qPrintable(asked));
        QCOMPARE(m_untranslated.asked().size(), 0);
    }

    // Nor in what the services say of a failure, and the shop's file of itself.
    void noEnglishOfTheShopOrTheServicesIsLeft()
    {
        model::operation::Fault crash;
        crash.target = {model::system::CapabilityId{u"catalogue"_s}, 0,
                        model::system::PackagingId{u"microservices"_s}};
        m_shop->inject(crash);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"◐ "_s), 20'000);
        QSignalSpy unanswered(m_shop.get(), &LiveShop::unanswered);
        QSignalSpy answered(m_shop.get(), &LiveShop::answered);
        for (auto *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->text() == u"Sen&den")
                button->click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(unanswered.size() + answered.size() > 0, 20'000);
        const auto english = englishOf(tests::support::Shop().system);
        QSet<QString> seen;
        QStringList left;
        walk([&](const QWidget &page) {
            waitForWhatComesTo(page);
            for (const auto &words : wordsOf(*m_window)) {
                if (!seen.contains(words) && english.match(words).hasMatch())
                    left << words;
                seen.insert(words);
            }
        });
        m_shop->liftAll();
        for (const auto &words : left)
            qWarning("%s", qPrintable(words));
        QCOMPARE(left.size(), 0);
        QVERIFY2(seen.size() > 500, qPrintable(QString::number(seen.size())));
    }

    void noWordIsCutOff()
    {
        QCOMPARE(m_window->size(), QSize(1280, 720));
        QStringList cut;
        walk([&](const QWidget &) { cut << tests::shell::cutOff(*m_window); });
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
    bool shows(const QString &words) const
    {
        return std::ranges::any_of(m_window->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(words);
        });
    }

    void chooseUnit()
    {
        for (auto *pane : m_window->findChildren<app::graph::GraphPane *>()) {
            QTRY_VERIFY(!pane->view().scene().isEmpty());
            pane->view().choose(pane->view().scene().targets().front());
        }
    }

    // What runs, and what the page then asks for: three looks at the shops later it was answered. What goes
    // into a list may take longer; some stay empty.
    void waitForWhatComesTo(const QWidget &page)
    {
        int looks = 0;
        QObject watching;
        connect(m_shop.get(), &LiveShop::snapshotTaken, &watching, [&looks] { ++looks; });
        QTRY_VERIFY_WITH_TIMEOUT(looks >= 3, 20'000);
        auto lists = page.findChildren<QAbstractItemView *>();
        lists.removeIf([](const QAbstractItemView *list) { return !list->isVisible(); });
        const auto hasRows = [](const QAbstractItemView *list) {
            return list->model() != nullptr && list->model()->rowCount() > 0;
        };
        std::ignore
            = QTest::qWaitFor([&] { return lists.isEmpty() || std::ranges::any_of(lists, hasRows); }, 2'000);
    }

    // Every tab below the graphs and in the inspector, with nothing and with something selected.
    template<typename Look>
    void walk(Look look)
    {
        look(*m_window);
        chooseUnit();
        for (auto *tabs : m_window->findChildren<QTabWidget *>()) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QApplication::processEvents();
                look(*tabs->widget(tab));
            }
            tabs->setCurrentIndex(0);
        }
    }

    Untranslated m_untranslated;
    app::session::Language m_language;
    std::unique_ptr<app::style::Appearance> m_appearance;
    std::unique_ptr<LiveShop> m_shop;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
