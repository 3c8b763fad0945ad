namespace Secretariat.Planning.Outcomes;

public enum DateState { Planned, Due, Late, Done, Dropped }
