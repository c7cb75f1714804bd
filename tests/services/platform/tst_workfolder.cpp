// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/workfolder.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <tests/support/shop.h>
#include <unistd.h>

#include <optional>

using namespace Qt::StringLiterals;
using namespace services::platform;

namespace {

void write(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write("stored") < 0)
        qFatal("%s cannot be written", qPrintable(path));
}

// A program that takes the folder, stores something and is killed.
void beKilledWith(const QString &root, const QByteArray &purpose)
{
    const pid_t child = fork();
    if (child == 0) {
        const auto taken = WorkFolder::take(root, purpose);
        if (taken)
            write(taken->path() + u"/orders.db"_s);
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
}

void becomeOld(const QString &path, int days)
{
    const auto then = QDateTime::currentSecsSinceEpoch() - qint64{days} * 24 * 3600;
    const timespec times[2] = {{then, 0}, {then, 0}};
    QCOMPARE(utimensat(AT_FDCWD, path.toLocal8Bit().constData(), times, 0), 0);
}

} // namespace

// Where a desktop keeps its stores, and what becomes of them.
class TestWorkFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void goesWithItsProgram()
    {
        {
            const auto folder = take("shop");
            write(folder->path() + u"/orders.db"_s);
            QVERIFY(!folder->isTakenUp());
        }
        QCOMPARE(entries(), QStringList());
    }

    void thatOfAKilledProgramIsTakenUp()
    {
        beKilledWith(root(), "shop");
        const auto folder = take("shop");
        QVERIFY(folder->isTakenUp());
        QVERIFY(QFile::exists(folder->path() + u"/orders.db"_s));
    }

    void thatOfARunningProgramIsNot()
    {
        const auto first = take("shop");
        const auto second = take("shop");
        QVERIFY(!second->isTakenUp());
        QVERIFY(first->path() != second->path());
    }

    void thatOfAnotherSystemIsLeftForAWeek()
    {
        beKilledWith(root(), "another");
        const QString left = entries().filter(u"shops-"_s).first();
        {
            const auto folder = take("shop");
            QVERIFY(!folder->isTakenUp());
        }
        QVERIFY(entries().contains(left));
        becomeOld(root() + u'/' + left, 8);
        const auto folder = take("shop");
        QVERIFY(!entries().contains(left));
    }

    void oneThatNeverEndsWellIsGivenUp()
    {
        for (int i = 0; i < 6; ++i) // the first makes it, the others take it up
            beKilledWith(root(), "shop");
        const auto folder = take("shop");
        QVERIFY(!folder->isTakenUp());
    }

    void halfRemovedOnesGo()
    {
        QVERIFY(QDir().mkpath(root() + u"/shops-half/stores"_s));
        const auto folder = take("shop");
        QVERIFY(!folder->isTakenUp());
        QVERIFY(!entries().contains(u"shops-half"_s));
    }

    void saysWhenNothingCanBeWritten()
    {
        write(root());
        const auto folder = WorkFolder::take(root(), "shop");
        QVERIFY(!folder);
        QCOMPARE(folder.error().kind, model::result::Kind::ReadOnly);
        QCOMPARE(folder.error().subject, root());
    }

    void otherShapesAreAnotherPurpose()
    {
        const tests::support::Shop shop;
        QVERIFY(purposeOf(shop.system, shop.shapes()) != purposeOf(shop.system, {shop.monolith}));
        QCOMPARE(purposeOf(shop.system, shop.shapes()), purposeOf(shop.system, shop.shapes()));
    }

private:
    QString root() const { return m_place->filePath(u"work"_s); }
    std::optional<WorkFolder> take(const QByteArray &purpose) const
    {
        auto taken = WorkFolder::take(root(), purpose);
        if (!taken)
            qFatal("%s", qPrintable(taken.error().message));
        return std::optional<WorkFolder>(*std::move(taken));
    }
    QStringList entries() const { return QDir(root()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }

    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(TestWorkFolder)
#include "tst_workfolder.moc"
