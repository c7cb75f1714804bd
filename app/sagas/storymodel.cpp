// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storymodel.h"

#include <app/style/label.h>

#include <QDateTime>

namespace app::sagas {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

StoryModel::StoryModel(QObject *parent)
    : RowsModel(parent)
{
}

QString StoryModel::time(int row) const
{
    const auto &at = beat(row).at;
    if (!at)
        return {};
    const auto since = [](Moment::duration duration) {
        return std::chrono::duration_cast<milliseconds>(duration).count();
    };
    if (row == 0)
        return QDateTime::fromMSecsSinceEpoch(since(at->time_since_epoch())).toString(u"HH:mm:ss.zzz"_s);
    const auto passed = since(*at - beat(0).at.value_or(*at));
    return passed < 10'000 ? tr("+%1 ms").arg(passed)
                           : tr("+%L1 s").arg(static_cast<double>(passed) / 1000, 0, 'f', 1);
}

int StoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant StoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = beat(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.words;
    case Qt::AccessibleTextRole:
        return u"%1 %2"_s.arg(time(index.row()), sentence(shown)).trimmed();
    case Qt::ToolTipRole:
        return style::tip(shown.detail.isEmpty() ? sentence(shown)
                                                 : u"%1\n%2"_s.arg(sentence(shown), shown.detail));
    default:
        return {};
    }
}

} // namespace app::sagas
